import Bytes

/// A piece of a text or of an entry of a word list: both are cut in the same way, so that an entry
/// stands in a text where its pieces do.
///
/// A run of letters and digits is one piece, and so is a run of white space; every other character
/// is one by itself. Characters of scripts that set no spaces between words, such as Chinese or
/// Thai, are pieces by themselves, too: there, words are found anywhere.
struct WordToken {
  /// What a piece is of.
  enum Kind: Sendable {
    /// Letters and digits.
    case word
    /// White space: as much as one space, whatever it is.
    case space
    /// A character of a script without spaces.
    case ideograph
    /// Another character, or a byte that is not one.
    case symbol
  }

  /// What it is of.
  let kind: Kind
  /// The offset behind it.
  let end: Int

  /// The piece at an offset inside of `text`, which goes on for `limit` bytes at most.
  init(_ text: Span<UInt8>, at start: Int, limit: Int) {
    let kind: Kind
    var end: Int
    (kind, end) = Self.character(text, start)
    if kind == .word || kind == .space {
      while end < text.count, end - start < limit {
        let next = Self.character(text, end)
        if next.kind != kind { break }
        end = next.end
      }
    }
    (self.kind, self.end) = (kind, end)
  }

  @inline(__always)
  private static func character(_ text: Span<UInt8>, _ start: Int) -> (kind: Kind, end: Int) {
    let byte = text[start]
    if byte >= 0x80 { return wideCharacter(text, start) }
    if Boundary.isAlphanumeric(byte) { return (.word, start + 1) }
    let isSpace = byte == .space || byte &- 9 < 5
    return (isSpace ? .space : .symbol, start + 1)
  }

  private static func wideCharacter(
    _ text: Span<UInt8>, _ start: Int
  ) -> (kind: Kind, end: Int) {
    let lead = text[start]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    guard length > 1, start + length <= text.count else { return (.symbol, start + 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in start + 1..<start + length {
      guard text[offset] & 0xC0 == 0x80 else { return (.symbol, start + 1) }
      value = value << 6 | UInt32(text[offset] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return (.symbol, start + 1) }
    return (kind(scalar), start + length)
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return isWithoutSpaces(scalar.value) ? .ideograph : .word
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: return scalar.value == 0x85 ? .space : .symbol
    }
  }

  /// Whether a letter is of a script that sets no spaces between words, or, as Korean, sets
  /// particles behind names without one: the blocks of Unicode 16.
  private static func isWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x109F,  // Thai, Lao, Tibetan, Myanmar
      0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF,  // Hangul
      0x1780...0x17FF, 0x19E0...0x19FF,  // Khmer
      0x2E80...0xA4CF,  // radicals, kana, bopomofo, ideographs, Yi
      0xF900...0xFAFF, 0xFF66...0xFFDC,  // compatibility and half-width forms
      0x1_6FE0...0x1_B2FF, 0x2_0000...0x3_FFFF:
      return true
    default: return false
    }
  }
}
