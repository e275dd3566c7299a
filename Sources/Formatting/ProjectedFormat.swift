import Bytes
import DecisionEvent
import EventJSON

/// Events with the members of `--fields` alone: canonical names with their fixed types, raw paths
/// with whatever stands there, and `null` for what is absent.
struct ProjectedFormat: ~Copyable, EventFormat {
  private let columns: [Column]
  private let names: [[UInt8]]
  private var values: ColumnValues

  init(_ request: FormatRequest, _ query: inout EventQuery) throws(FormatProblem) {
    let columns = try Column.columns(request.fields, defaults: CanonicalField.columns, &query)
    let names = try Column.names(of: columns, plain: request.hasUnderscores)
    self.columns = columns
    self.names = names.map { Array($0.utf8) }
    values = ColumnValues()
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    for index in columns.indices {
      let name = names[index]
      writer.key(name.span, into: &output)
      _ = values.write(columns[index], of: line, readBy: &reader, &writer, into: &output)
    }
    writer.endObject(into: &output)
  }
}

extension FormatEntry {
  /// Events, as they are or with other names.
  static let jsonl = FormatEntry(
    "jsonl", "events as they are, or with --fields or --canonical under canonical names", .events,
    options: [.fields, .canonical, .underscores]
  ) { request, job throws(FormatProblem) in
    if request.fields != nil {
      guard !request.isCanonical else {
        throw FormatProblem("--canonical: all canonical names are written; leave --fields out")
      }
      return try job.run { query throws(FormatProblem) in try ProjectedFormat(request, &query) }
    }
    if request.isCanonical { return try job.run { query in CanonicalFormat(request, &query) } }
    guard !request.hasUnderscores else {
      throw FormatProblem("--underscores: events as they are keep their names; add --canonical")
    }
    return job.runPlain()
  }
}
