import Bytes
import DecisionEvent
import EventJSON
import Stages

/// Rows of cells behind a header: CSV as RFC 4180 has it, and the same with tabs.
///
/// | value | cell |
/// |---|---|
/// | string | quoted, `"` doubled |
/// | number, true, false | bare, as it is spelled |
/// | null, absent | the text of `--null`, bare |
/// | list of scalars | quoted, joined by `;` (`ListText`) |
/// | object, other array | quoted, its JSON byte for byte |
///
/// So an empty text is `""` and null is nothing, which PostgreSQL, DuckDB and ClickHouse tell apart.
/// With a typed header, each name has its type behind a colon, cells of raw paths are JSON, and
/// others are values of their types: a number in a column of texts is quoted.
struct DelimitedFormat: ~Copyable, EventFormat {
  private let columns: [Column]
  /// What the columns read, and whether a scalar of theirs is written as it stands.
  private let operands: [Operand]
  private let plain: [Bool]
  private let names: [String]
  private let delimiter: UInt8
  private let request: FormatRequest
  private let null: [UInt8]
  private let hasUnixLines, hasTypes, guardsFormulas: Bool
  private var cell: CellText

  init(
    _ request: FormatRequest, delimiter: UInt8, _ query: inout EventQuery
  ) throws(FormatProblem) {
    let columns = try Column.columns(
      request.fields, defaults: CanonicalField.columns, &query)
    let null = Array(request.null.utf8)
    guard !null.contains(where: { $0 == .quote || $0 == delimiter || $0 < .space }) else {
      throw FormatProblem("--null: a text with a quote, a delimiter or a line break is no null")
    }
    let isValue = Skip.isNumber(null.span) || ["true", "false"].contains(request.null)
    guard !isValue else {
      throw FormatProblem("--null: \(Quoting.quoted(request.null)) is a value; take another text")
    }
    let names = try Column.names(of: columns, plain: request.hasUnderscores)
    self.columns = columns
    operands = columns.map(\.operand)
    plain = columns.map { $0.isVerbatim && !request.hasTypedHeader }
    self.names = names
    self.null = null
    self.delimiter = delimiter
    self.request = request
    hasUnixLines = request.hasUnixLines
    hasTypes = request.hasTypedHeader
    guardsFormulas = request.guardsFormulas
    cell = CellText()
  }

  mutating func begin(into output: inout Output) {
    if request.hasByteOrderMark { output.append(constant: "\u{FEFF}") }
    for (index, column) in columns.enumerated() {
      if index > 0 { output.append(delimiter) }
      let name = names[index]
      let bytes = Array((hasTypes ? "\(name):\(column.type.rawValue)" : name).utf8)
      appendName(bytes.span, into: &output)
    }
    endRow(&output)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    // Through spans, which lend what an array's subscript would copy.
    let (operands, plain) = (operands, plain)
    let (operandSpan, plainSpan) = (operands.span, plain.span)
    for index in operandSpan.indices {
      if index > 0 { output.append(delimiter) }
      if plainSpan[index] {
        let place = reader.place(of: operandSpan[index], in: line)
        if appendPlain(place, of: line, into: &output) { continue }
      }
      append(columns[index], of: line, readBy: &reader, into: &output)
    }
    endRow(&output)
  }

  /// Appends a scalar that needs no second look straight from its line; false for all others.
  private func appendPlain(
    _ place: Field, of line: Span<UInt8>, into output: inout Output
  ) -> Bool {
    switch place.kind {
    case .string:
      let text = line.extracting(place.start..<place.end)
      Self.appendQuoted(text, guarded: guardsFormulas, into: &output)
    case .number, .true, .false: output.append(line.extracting(place.start..<place.end))
    default: return false
    }
    return true
  }

  private mutating func append(
    _ column: Column, of line: Span<UInt8>, readBy reader: inout EventReader,
    into output: inout Output
  ) {
    if hasTypes, column.type == .json {
      cell.takeJSON(column, of: line, readBy: &reader)
    } else {
      cell.take(column, of: line, readBy: &reader)
    }
    switch kind(of: column) {
    case .null: output.append(null.span)
    case .bare: output.append(cell.text.bytes)
    case .text: Self.appendQuoted(cell.text.bytes, guarded: guardsFormulas, into: &output)
    }
  }

  /// How the cell is written: under a typed header as a value of its column's type, where it can
  /// be one.
  private func kind(of column: Column) -> CellText.Kind {
    switch column.type {
    case .string, .time: return hasTypes && cell.kind == .bare ? .text : cell.kind
    case .number:
      guard hasTypes, cell.kind == .text else { return cell.kind }
      let text = cell.text.bytes
      return text.isEmpty ? .null : Skip.isNumber(text) ? .bare : .text
    case .list, .json: return cell.kind
    }
  }

  private func endRow(_ output: inout Output) {
    if !hasUnixLines { output.append(.carriageReturn) }
    output.append(.newline)
  }

  /// A header's cell is quoted where it must be: plain names are what all readers take.
  private func appendName(_ name: Span<UInt8>, into output: inout Output) {
    var isPlain = true
    for offset in 0..<name.count
    where name[offset] == .quote || name[offset] <= .space
      || name[offset] == delimiter
    {
      isPlain = false
    }
    if isPlain {
      output.append(name)
    } else {
      Self.appendQuoted(name, guarded: false, into: &output)
    }
  }

  private static func appendQuoted(
    _ text: Span<UInt8>, guarded: Bool, into output: inout Output
  ) {
    output.append(.quote)
    if guarded, FormulaGuard.isNeeded(for: text) { output.append(UInt8(ascii: "'")) }
    var start = 0
    while let quote = ByteScan.firstIndex(of: .quote, in: text, from: start) {
      output.append(text.extracting(start..<quote + 1))
      output.append(.quote)
      start = quote + 1
    }
    output.append(text.extracting(start..<text.count))
    output.append(.quote)
  }
}

extension FormatEntry {
  private static let options: Set<FormatOption> = [
    .fields, .underscores, .lf, .null, .noFormulaGuard, .excel, .typedHeader,
  ]

  /// CSV (RFC 4180).
  static let csv = FormatEntry(
    "csv", "comma-separated values", .document(mediaType: "text/csv"), options: options
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in
      try DelimitedFormat(request, delimiter: .comma, &query)
    }
  }

  /// The same with tabs between the cells.
  static let tsv = FormatEntry(
    "tsv", "tab-separated values", .document(mediaType: "text/tab-separated-values"),
    options: options
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in
      try DelimitedFormat(request, delimiter: .tab, &query)
    }
  }
}
