import Bytes
import DecisionEvent
import EventJSON

/// Writes the values of columns as JSON of their fixed types.
struct ColumnValues: ~Copyable {
  private var scratch = Output(capacity: 4096)

  /// Writes the column's value, or `null` where it is absent or none of its type; whether a value
  /// was written that says all that the event says there.
  mutating func write(
    _ column: Column, of line: Span<UInt8>, readBy reader: inout EventReader,
    _ writer: inout JSONWriter, into output: inout Output
  ) -> Bool {
    switch column.type {
    case .json: return writeJSON(column, line, &reader, &writer, &output)
    case .list: return writeList(column, line, &reader, &writer, &output)
    case .number: return writeNumber(column, line, &reader, &writer, &output)
    case .string, .time: return writeText(column, line, &reader, &writer, &output)
    }
  }

  private func writeJSON(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ writer: inout JSONWriter, _ output: inout Output
  ) -> Bool {
    guard column.operand.isList else {
      writer.value(reader.place(of: column.operand, in: line), of: line, into: &output)
      return true
    }
    var count = 0
    reader.eachRawElement(of: column.operand) { field in
      if count == 0 { writer.beginArray(into: &output) }
      writer.value(field, of: line, into: &output)
      count += 1
    }
    if count > 0 { writer.endArray(into: &output) } else { writer.null(into: &output) }
    return count > 0
  }

  private mutating func writeList(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ writer: inout JSONWriter, _ output: inout Output
  ) -> Bool {
    var count = 0
    reader.eachValue(of: column.operand, in: line) { kind, text in
      if count == 0 { writer.beginArray(into: &output) }
      if kind == .null { writer.null(into: &output) } else { writer.string(text, into: &output) }
      count += 1
    }
    if count > 0 { writer.endArray(into: &output) } else { writer.null(into: &output) }
    return count > 0
  }

  /// A number, or a text that spells one.
  private func writeNumber(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ writer: inout JSONWriter, _ output: inout Output
  ) -> Bool {
    var isWritten = false
    reader.eachValue(of: column.operand, in: line) { kind, text in
      guard kind == .number || kind == .string && Skip.isNumber(text) else { return }
      writer.raw(text, into: &output)
      isWritten = true
    }
    if !isWritten { writer.null(into: &output) }
    return isWritten
  }

  private mutating func writeText(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ writer: inout JSONWriter, _ output: inout Output
  ) -> Bool {
    if let container = reader.container(of: column.operand) {
      writer.string(line.extracting(container.start..<container.end), into: &output)
      return true
    }
    let place = reader.place(of: column.operand, in: line)
    if place.isString, column.isVerbatim {
      writer.value(place, of: line, into: &output)
      return true
    }
    var isWritten = false
    reader.eachValue(of: column.operand, in: line) { _, text in
      writer.string(text, into: &output)
      isWritten = true
    }
    if !isWritten { writer.null(into: &output) }
    return isWritten
  }
}

extension CanonicalField {
  /// Whether its value is a whole string of the event, not a part of one or another word for it.
  var isVerbatim: Bool {
    switch self {
    case .model, .provider, .outcome: false
    default: true
    }
  }
}
