import Bytes
import DecisionEvent
import EventJSON
import Stages

/// A member of the envelope's `fields`: a field that Splunk indexes beside the event.
///
/// An element of `--fields` asks for it: `env=prod` is a constant, `team` a canonical field,
/// `.usage.input_tokens` a raw path. Its name in Splunk is that of the option, without a leading dot
/// and without `[]`.
struct EnvelopeField: Sendable {
  private enum Value: Sendable {
    /// The same in each event.
    case constant([UInt8])
    /// One value, or an array where the event has one there.
    case value(Operand)
    /// The values of elements: always an array.
    case list(Operand)
  }

  /// The name in Splunk.
  let name: String
  private let nameBytes: [UInt8]
  private let value: Value

  /// Parses one element of the option.
  init(_ text: String, _ query: inout EventQuery) throws(FormatProblem) {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    if text.utf8.first != .dot, parts.count == 2 {
      name = String(decoding: parts[0], as: UTF8.self)
      guard !name.isEmpty else {
        throw FormatProblem("--fields: \(Quoting.quoted(text)): expected a name before '='")
      }
      value = .constant(Array(parts[1]))
    } else {
      let column = try Column(text, &query)
      let plain = column.name.utf8.drop { $0 == .dot }
        .filter { $0 != .openBracket && $0 != .closeBracket }
      name = String(decoding: plain, as: UTF8.self)
      value = column.operand.isList ? .list(column.operand) : .value(column.operand)
    }
    nameBytes = Array(name.utf8)
  }

  /// The fields of the option; two of one name would make the JSON ambiguous.
  static func fields(
    _ texts: [String], _ query: inout EventQuery
  ) throws(FormatProblem) -> [EnvelopeField] {
    var fields: [EnvelopeField] = []
    for text in texts {
      let field = try EnvelopeField(text, &query)
      guard !fields.contains(where: { $0.nameBytes == field.nameBytes }) else {
        throw FormatProblem("--fields: \(Quoting.quoted(field.name)) stands there twice")
      }
      fields.append(field)
    }
    return fields
  }

  /// Writes the member of the event that `reader` has just scanned, and begins the object with the
  /// first one; nothing where the event has no value.
  func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, isFirst: inout Bool,
    _ writer: inout JSONWriter, into output: inout Output
  ) {
    switch value {
    case .constant(let text):
      begin(&isFirst, &writer, &output)
      writer.string(text.span, into: &output)
    case .list(let operand): writeList(operand, line, &reader, &isFirst, &writer, &output)
    case .value(let operand):
      let container = reader.container(of: operand)
      if let container, container.kind == .array {
        return write(elementsOf: container, line, &isFirst, &writer, &output)
      }
      reader.eachValue(of: operand, in: line) { kind, text in
        guard kind != .null else { return }
        begin(&isFirst, &writer, &output)
        writer.string(text, into: &output)
      }
    }
  }

  private func begin(
    _ isFirst: inout Bool, _ writer: inout JSONWriter, _ output: inout Output
  ) {
    if isFirst {
      writer.key("fields", into: &output)
      writer.beginObject(into: &output)
    }
    isFirst = false
    writer.key(nameBytes.span, into: &output)
  }

  private func writeList(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ isFirst: inout Bool, _ writer: inout JSONWriter, _ output: inout Output
  ) {
    var isEmpty = true
    reader.eachValue(of: operand, in: line) { kind, text in
      guard kind != .null else { return }
      if isEmpty {
        begin(&isFirst, &writer, &output)
        writer.beginArray(into: &output)
      }
      isEmpty = false
      writer.string(text, into: &output)
    }
    if !isEmpty { writer.endArray(into: &output) }
  }

  /// An array of strings: numbers and the like as they are spelled, containers as their JSON.
  private func write(
    elementsOf array: Field, _ line: Span<UInt8>, _ isFirst: inout Bool,
    _ writer: inout JSONWriter, _ output: inout Output
  ) {
    var isEmpty = true
    var elements = ElementIterator(line, array)
    while let element = elements.next(line) {
      guard element.kind != .null else { continue }
      if isEmpty {
        begin(&isFirst, &writer, &output)
        writer.beginArray(into: &output)
      }
      isEmpty = false
      writer.string(element, of: line, into: &output)
    }
    if !isEmpty { writer.endArray(into: &output) }
  }
}
