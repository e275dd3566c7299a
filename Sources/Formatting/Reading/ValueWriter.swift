import Bytes
import EventJSON

/// Writes texts of cells as JSON values of their columns' types.
struct ValueWriter: ~Copyable {
  /// The writer of the event.
  var json = JSONWriter()
  /// A text that is put together.
  var item = Output(capacity: 256)

  init() {}

  /// Starts an event.
  mutating func begin() { json = JSONWriter() }

  /// Writes a cell; without a type, its spelling decides.
  mutating func write(
    _ text: Span<UInt8>, _ type: ColumnType?, isQuoted: Bool, into output: inout Output
  ) {
    switch type {
    case .json: writeJSON(text, into: &output)
    case .list: writeList(text, into: &output)
    case .string, .time: json.string(text, into: &output)
    case .number where Skip.isNumber(text): json.raw(text, into: &output)
    case .number, nil: writeSpelled(text, isQuoted: isQuoted, into: &output)
    }
  }

  /// What is in quotes is a text; without, numbers, true and false are what they look like.
  private mutating func writeSpelled(
    _ text: Span<UInt8>, isQuoted: Bool, into output: inout Output
  ) {
    if !isQuoted, Self.isBareScalar(text) {
      json.raw(text, into: &output)
    } else {
      json.string(text, into: &output)
    }
  }

  private static func isBareScalar(_ text: Span<UInt8>) -> Bool {
    let first = ByteScan.byte(text, 0)
    if first.isDigit || first == .minus { return Skip.isNumber(text) }
    return ByteScan.equals(text, "true") || ByteScan.equals(text, "false")
  }

  /// A JSON value that was checked; its line breaks stand between its tokens.
  private mutating func writeJSON(_ text: Span<UInt8>, into output: inout Output) {
    let isOneLine =
      ByteScan.firstIndex(of: .newline, in: text, from: 0) == nil
      && ByteScan.firstIndex(of: .carriageReturn, in: text, from: 0) == nil
    if isOneLine { return json.raw(text, into: &output) }
    item.removeAll()
    item.append(withoutLineBreaks: text)
    // A copy of it, as a span of one part keeps the other from being changed.
    var writer = json
    writer.raw(item.bytes, into: &output)
    json = writer
  }

  /// A list that is one value, such as a column `tags` of the type list.
  private mutating func writeList(
    _ text: Span<UInt8>, into output: inout Output
  ) {
    var cursor = ListCursor(text, isJSON: false)
    json.beginArray(into: &output)
    while cursor.advance(text) { write(cursor.element, of: text, .list, into: &output) }
    json.endArray(into: &output)
  }

  /// Writes an element of a list, or `null` where it has no value.
  mutating func write(
    _ element: Field, of text: Span<UInt8>, _ type: ColumnType?, hasNumbers: Bool = false,
    into output: inout Output
  ) {
    guard element.kind != .absent else { return json.null(into: &output) }
    if type == .json {
      let quotes = element.isString ? 1 : 0
      return writeJSON(
        text.extracting(element.start - quotes..<element.end + quotes), into: &output)
    }
    let plain = text.extracting(element.start..<element.end)
    if hasNumbers, Skip.isNumber(plain) {
      json.raw(plain, into: &output)
    } else if ByteScan.firstIndex(of: .backslash, in: plain, from: 0) == nil {
      json.string(plain, into: &output)
    } else {
      item.removeAll()
      ListCursor.appendText(text, element, into: &item)
      writeItem(into: &output)
    }
  }

  /// Writes the text that was put together.
  mutating func writeItem(into output: inout Output) {
    var writer = json
    writer.string(item.bytes, into: &output)
    json = writer
  }
}
