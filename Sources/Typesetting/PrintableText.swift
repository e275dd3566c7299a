public import Bytes

/// Text that can be set: UTF-8 in which nothing is hidden and nothing acts on what is around it.
///
/// Controls (C0 but line feed and tab, DEL, C1), the marks, embeddings, overrides and isolates that
/// turn the direction of text, line and paragraph separators and noncharacters stand as their names:
/// `‹U+202E›`.
/// A carriage return before a line feed is left out. A lone surrogate stands as `\ud800`, other
/// bytes that are no UTF-8 as U+FFFD. So no text ends early in C, or is reordered to mislead.
public struct PrintableText: ~Copyable {
  var output: Output

  /// A text without a character.
  public init() { output = Output(capacity: 1024) }

  /// The text of a string.
  public init(_ text: String) {
    self.init()
    append(text)
  }

  /// How many bytes it has; runs are told in these.
  public var count: Int { output.count }

  /// Empties the text, and keeps its room.
  public mutating func removeAll() { output.removeAll() }

  /// Appends a string.
  public mutating func append(_ text: String) { append(Array(text.utf8).span) }

  /// Appends bytes that may be anything.
  public mutating func append(_ text: Span<UInt8>) {
    var start = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte >= 0x20 && byte < 0x7F || byte == .newline || byte == .tab {
        offset += 1
        continue
      }
      let character = UTF8Character(text, at: offset)
      if character.isPrintable {
        offset += character.length
        continue
      }
      output.append(text.extracting(start..<offset))
      offset += character.length
      let isLineEnd = byte == .carriageReturn && offset < text.count && text[offset] == .newline
      if !isLineEnd { append(nameOf: character) }
      start = offset
    }
    output.append(text.extracting(start..<text.count))
  }

  /// Appends this text's bytes to an output.
  public borrowing func copy(to target: inout Output) { target.append(output.bytes) }

  private mutating func append(nameOf character: UTF8Character) {
    guard let value = character.value else { return output.append(constant: "\u{FFFD}") }
    guard character.isSurrogate else {
      output.append(constant: "\u{2039}U+")
      append(hexadecimal: value, digits: UInt8(ascii: "A"))
      return output.append(constant: "\u{203A}")
    }
    output.append(constant: "\\u")
    append(hexadecimal: value, digits: UInt8(ascii: "a"))
  }

  /// Appends a number in four digits, or as many as it has; those above 9 from `digits` on.
  private mutating func append(hexadecimal value: UInt32, digits: UInt8) {
    let count = max(4, (UInt32.bitWidth - value.leadingZeroBitCount + 3) / 4)
    for place in (0..<count).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(place * 4) & 15)
      output.append(digit < 10 ? .zero + digit : digits + digit - 10)
    }
  }
}
