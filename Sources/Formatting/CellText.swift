import Bytes
import DecisionEvent
import EventJSON

/// A column's value as the text of one cell, and whether that text is a JSON string's.
struct CellText: ~Copyable {
  /// What stands in a cell.
  enum Kind {
    /// Nothing, or null.
    case null
    /// A number, `true` or `false`, as it is spelled.
    case bare
    /// Anything else.
    case text
  }

  private(set) var text = Output(capacity: 4096)
  private(set) var kind = Kind.null
  private var scratch = Output(capacity: 64)

  /// Takes the value of `column` in the event that `reader` has scanned.
  ///
  /// A container becomes its JSON, byte for byte, but an array of nothing but scalars a list where
  /// the column is no text.
  mutating func take(
    _ column: Column, of line: Span<UInt8>, readBy reader: inout EventReader
  ) {
    text.removeAll()
    kind = .null
    if let container = reader.container(of: column.operand) {
      kind = .text
      if !column.mayBeList || container.kind == .object
        || !Self.takeList(container, line, &scratch, &text)
      {
        text.append(line.extracting(container.start..<container.end))
      }
    } else if column.operand.isList {
      takeList(column, line, &reader)
    } else {
      takeScalar(column, line, &reader)
    }
  }

  /// Takes the value as JSON, for a column whose cells are that: null only where it is absent.
  mutating func takeJSON(
    _ column: Column, of line: Span<UInt8>, readBy reader: inout EventReader
  ) {
    text.removeAll()
    kind = .null
    var writer = JSONWriter()
    if column.operand.isList {
      writer.beginArray(into: &text)
      reader.eachRawElement(of: column.operand) { field in
        writer.value(field, of: line, into: &text)
        kind = .text
      }
      writer.endArray(into: &text)
    } else {
      let field =
        column.field == nil
        ? reader.rawPlace(of: column.operand) : reader.place(of: column.operand, in: line)
      guard field.kind != .absent else { return }
      writer.value(field, of: line, into: &text)
      kind = field.isString || field.kind == .array || field.kind == .object ? .text : .bare
    }
  }

  private mutating func takeScalar(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader
  ) {
    reader.eachValue(of: column.operand, in: line) { valueKind, value in
      switch valueKind {
      case .null, .absent: return
      case .string:
        kind = .text
        StringEscapes.appendUTF8(value, into: &text)
      default:
        kind = .bare
        text.append(value)
      }
    }
  }

  private mutating func takeList(
    _ column: Column, _ line: Span<UInt8>, _ reader: inout EventReader
  ) {
    var list = ListText()
    reader.eachValue(of: column.operand, in: line) { valueKind, value in
      if valueKind == .null { return list.appendNull(into: &text) }
      kind = .text
      list.append(value, into: &text)
    }
    list.finish(into: &text)
  }

  /// Takes an array of scalars; false, and nothing taken, where it holds a container.
  private static func takeList(
    _ array: Field, _ line: Span<UInt8>, _ scratch: inout Output, _ text: inout Output
  ) -> Bool {
    var elements = ElementIterator(line, array)
    while let element = elements.next(line) {
      if element.kind == .array || element.kind == .object { return false }
    }
    var list = ListText()
    elements = ElementIterator(line, array)
    while let element = elements.next(line) {
      if element.kind == .null {
        list.appendNull(into: &text)
      } else {
        scratch.removeAll()
        StringEscapes.decode(line, element.start, element.end, into: &scratch)
        list.append(scratch.bytes, into: &text)
      }
    }
    list.finish(into: &text)
    return true
  }
}

/// Joins texts by `;` into one, so that `ListCursor` takes it apart again.
///
/// `\` and `;` inside of a text are escaped by a `\`. Nothing between two `;` is null, `\e` the
/// empty text. The list of null alone is a lone `\`, so that it is not the empty list.
struct ListText {
  private var count = 0
  private var isNull = false

  /// Appends the next text, lone surrogates as the six characters of their escapes.
  mutating func append(_ element: Span<UInt8>, into text: inout Output) {
    begin(&text)
    isNull = false
    if element.isEmpty { text.append(constant: "\\e") }
    guard StringEscapes.hasLoneSurrogate(element) else {
      return Self.escape(element, into: &text)
    }
    var plain = Output(capacity: element.count * 2)
    StringEscapes.appendUTF8(element, into: &plain)
    Self.escape(plain.bytes, into: &text)
  }

  private static func escape(_ element: Span<UInt8>, into text: inout Output) {
    var start = 0
    for offset in 0..<element.count {
      let byte = element[offset]
      guard byte == .backslash || byte == UInt8(ascii: ";") else { continue }
      text.append(element.extracting(start..<offset))
      text.append(.backslash)
      start = offset
    }
    text.append(element.extracting(start..<element.count))
  }

  /// Appends a null.
  mutating func appendNull(into text: inout Output) {
    begin(&text)
    isNull = true
  }

  private mutating func begin(_ text: inout Output) {
    if count > 0 { text.append(UInt8(ascii: ";")) }
    count += 1
  }

  /// Ends the list.
  func finish(into text: inout Output) {
    if count == 1, isNull { text.append(.backslash) }
  }
}
