import Bytes
import DecisionEvent
import EventJSON

// How single values are written, and which of them stand as they are spelled.
extension ECSDocument {
  /// Copies the scalar that an operand is, where the event has one.
  mutating func copy(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: borrowing EventReader, _ group: ECSGroup,
    _ name: StaticString, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    guard let field = reader.scalar(of: operand) else { return }
    copy(field, line, group, name, &writer, &output)
  }

  /// Copies a value byte for byte, and remembers that it stands here.
  mutating func copy(
    _ field: Field, _ line: Span<UInt8>, _ group: ECSGroup, _ name: StaticString,
    _ writer: inout ECSWriter, _ output: inout Output
  ) {
    writer.field(group, name, &output)
    writer.json.value(field, of: line, into: &output)
    copied.insert(field)
  }

  /// Writes a time that the operand's value is, and remembers it where it is spelled like that.
  mutating func copyTime(
    _ operand: Operand, _ time: Timestamp, _ line: Span<UInt8>, _ reader: borrowing EventReader,
    _ group: ECSGroup, _ name: StaticString, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    writer.date(group, name, time, &output)
    guard let place = reader.scalar(of: operand), place.isString else { return }
    let length = place.end - place.start + 2
    let written = output.bytes.extracting(last: length)
    if ByteScan.equal(line, place.start - 1, length, written) { copied.insert(place) }
  }

  /// Writes the text that an operand's rule makes of the event, such as a model without its
  /// provider.
  mutating func appendText(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader, _ group: ECSGroup,
    _ name: StaticString, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    let place = reader.place(of: operand, in: line)
    var isCopied = false
    _ = reader.anyValue(of: operand, in: line) { kind, text in
      writer.field(group, name, &output)
      writer.scalar(kind, text, &output)
      isCopied =
        place.kind == kind && ByteScan.equal(line, place.start, place.end - place.start, text)
      return true
    }
    if isCopied { copied.insert(place) }
  }

  /// Copies a number that Elasticsearch takes as a `long`: digits alone, at most 18 of them.
  mutating func copyLong(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: borrowing EventReader, _ group: ECSGroup,
    _ name: StaticString, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    guard let field = reader.scalar(of: operand), field.kind == .number,
      field.end - field.start <= 18
    else { return }
    for offset in field.start..<field.end where !line[offset].isDigit { return }
    copy(field, line, group, name, &writer, &output)
  }

  /// Writes the texts of an operand's elements as an array, where there are any.
  mutating func appendTexts(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader, _ group: ECSGroup,
    _ name: StaticString, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    var isOpen = false
    _ = reader.anyValue(of: operand, in: line) { kind, text in
      if kind == .null || kind == .array || kind == .object { return false }
      if !isOpen {
        writer.field(group, name, &output)
        writer.json.beginArray(into: &output)
        isOpen = true
      }
      writer.scalar(kind, text, &output)
      return false
    }
    if isOpen { writer.json.endArray(into: &output) }
  }
}
