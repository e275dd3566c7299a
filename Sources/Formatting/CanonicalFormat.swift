import Bytes
import DecisionEvent
import EventJSON

/// Events under canonical names: one schema over all shapes.
///
/// Every name stands in every event, with `null` for what is absent or has another type than its
/// column. `policies` are objects of name, verdict and reason, `citations` of asset and version;
/// `content_hashes` and `escalation` objects of the parts that the dictionary knows. Each top-level
/// member of the event of which not every value stands in one of these is kept, byte for byte,
/// under `extra`; outcomes and verdicts that are known are written as their canonical word.
struct CanonicalFormat: ~Copyable, EventFormat {
  private let columns: [Column]
  private let names: [[UInt8]]
  private let lists: CanonicalLists
  private let extra: ExtraMembers
  private var values = ColumnValues()
  private var taken = CarriedValues()

  init(_ request: FormatRequest, _ query: inout EventQuery) {
    let columns = CanonicalField.columns.filter { $0.group == nil }.map { Column($0, &query) }
    self.columns = columns
    names = columns.map { Array((request.hasUnderscores ? $0.plainName : $0.name).utf8) }
    lists = CanonicalLists(&query)
    extra = ExtraMembers()
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    taken.removeAll()
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    for index in columns.indices {
      let name = names[index]
      writer.key(name.span, into: &output)
      if values.write(columns[index], of: line, readBy: &reader, &writer, into: &output) {
        taken.insert(reader.place(of: columns[index].operand, in: line))
      }
    }
    lists.write(line, readBy: &reader, &taken, &writer, into: &output)
    writer.key("extra", into: &output)
    extra.write(line, &taken, reader.table, &writer, into: &output)
    writer.endObject(into: &output)
  }
}

extension CanonicalField {
  /// The member of `--canonical` that holds the field beside others, or nil for one of its own.
  var group: StaticString? {
    switch self {
    case .policyName, .policyVerdict, .policyReason: "policies"
    case .citations, .citationVersion: "citations"
    case .inputHash, .outputHash: "content_hashes"
    case .escalationReviewer, .escalationDecision, .escalationTime: "escalation"
    default: nil
    }
  }
}
