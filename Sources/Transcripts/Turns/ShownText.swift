import Bytes

/// Steps through a text, telling what must not stand in a document as it is.
///
/// The text is that of a JSON string: UTF-8, in which half a surrogate pair has the three bytes that
/// its number would have. Shown by its code point is what would change how other text is read, or
/// would be seen by nobody: controls, the marks and overrides of direction, separators of lines,
/// zero-width spaces, fillers, tags, noncharacters. What scripts and emoji need to be joined (U+200C,
/// U+200D) stays, and so does one variation selector behind a character; a row of them can carry a
/// text that nobody sees.
struct ShownText {
  /// A piece of a text.
  enum Piece: Equatable {
    /// Text that may stand as it is.
    case plain(Range<Int>)
    /// A character that is shown by its code point.
    case hidden(UInt32)
    /// Text that looks like what a redaction left.
    case redacted(Range<Int>)
  }

  private let marksRedactions: Bool
  private var offset = 0

  /// The pieces of a text from its beginning.
  init(markingRedactions: Bool) { marksRedactions = markingRedactions }

  /// The next piece, or nil.
  mutating func next(in text: Span<UInt8>) -> Piece? {
    guard offset < text.count else { return nil }
    if let piece = special(text, offset) { return piece }
    let start = offset
    advance(text)
    while offset < text.count, !begins(text, offset) { advance(text) }
    return .plain(start..<offset)
  }

  /// The piece at `place` that is not plain, gone over; or nil.
  private mutating func special(_ text: Span<UInt8>, _ place: Int) -> Piece? {
    if let (value, length) = Self.hidden(text, place) {
      offset = place + length
      return .hidden(value)
    }
    guard marksRedactions, RedactionMark.mayBegin(text[place]) else { return nil }
    let length = RedactionMark.length(text, at: place)
    guard length > 0 else { return nil }
    offset = place + length
    return .redacted(place..<offset)
  }

  private func begins(_ text: Span<UInt8>, _ place: Int) -> Bool {
    if Self.hidden(text, place) != nil { return true }
    return marksRedactions && RedactionMark.mayBegin(text[place])
      && RedactionMark.length(text, at: place) > 0
  }

  private mutating func advance(_ text: Span<UInt8>) {
    offset += 1
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
  }

  /// The character at `place` with its length where it must be shown by its code point.
  private static func hidden(_ text: Span<UInt8>, _ place: Int) -> (UInt32, Int)? {
    let first = text[place]
    if first >= 0x20, first < 0x7F { return nil }
    if first < 0x80 {
      if first == .newline || first == .tab { return nil }
      // The end of a line of two characters is one.
      if first == .carriageReturn, ByteScan.byte(text, place + 1) == .newline { return nil }
      return (UInt32(first), 1)
    }
    // Every hidden character begins with one of these bytes.
    guard
      first == 0xC2 || first == 0xCD || first == 0xD8 || (0xE1...0xE3).contains(first)
        || first >= 0xED
    else {
      return nil
    }
    let (value, length) = Codepoint.decode(text, place)
    if isVariationSelector(value) { return isAlone(text, place) ? (value, length) : nil }
    return isHidden(value) ? (value, length) : nil
  }

  private static func isVariationSelector(_ value: UInt32) -> Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: true
    default: false
    }
  }

  /// Whether a variation selector at `place` follows no character that it could belong to.
  private static func isAlone(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var before = place - 1
    while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
    guard before >= 0, text[before] > 0x20 else { return true }
    let (value, _) = Codepoint.decode(text, before)
    return isVariationSelector(value) || isHidden(value) || value == 0x7F
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E,
      0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0x1BCA0...0x1BCA3, 0xD800...0xDFFF,
      0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

/// Characters of UTF-8.
enum Codepoint {
  /// The character at `place`, with how many bytes it has.
  static func decode(_ text: Span<UInt8>, _ place: Int) -> (value: UInt32, length: Int) {
    let first = text[place]
    guard first >= 0xC0 else { return (UInt32(first), 1) }
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, text.count - place)
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for index in 1..<max(1, length) { value = value << 6 | UInt32(text[place + index] & 0x3F) }
    return (value, length)
  }

  /// Appends a character's code point as `U+202E`.
  static func append(_ value: UInt32, to output: inout Output) {
    output.append("U+")
    let digits = max(4, (UInt32.bitWidth - value.leadingZeroBitCount + 3) / 4)
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(place * 4) & 15)
      output.append(digit < 10 ? .zero + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
