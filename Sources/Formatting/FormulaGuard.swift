import Bytes

/// Keeps spreadsheets from running a text as a formula (CWE-1236), so that it can be undone.
///
/// A text is guarded by a `'` before it where it is, from its start: any number of `'`, then blanks
/// (white space of any kind, U+200B, U+FEFF and control characters), then one of `=` `+` `-` `@` TAB
/// CR LF or the full-width forms of the first four. As texts that are guarded already are guarded once more, taking one `'` from each
/// text of that form with at least one gives back what was there.
enum FormulaGuard {
  /// Whether a spreadsheet might run the text, or would once its first `'` are gone.
  static func isNeeded(for text: Span<UInt8>) -> Bool {
    var offset = 0
    while ByteScan.byte(text, offset) == UInt8(ascii: "'") { offset += 1 }
    while let length = blankLength(text, offset) { offset += length }
    switch ByteScan.byte(text, offset) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab,
      .carriageReturn, .newline:
      return true
    case 0xEF:
      return ByteScan.hasWord(text, at: offset, "\u{FF1D}")
        || ByteScan.hasWord(text, at: offset, "\u{FF0B}")
        || ByteScan.hasWord(text, at: offset, "\u{FF0D}")
        || ByteScan.hasWord(text, at: offset, "\u{FF20}")
    default: return false
    }
  }

  /// Whether a text that was read is a guarded one, whose first byte is the guard.
  static func isGuarded(_ text: Span<UInt8>) -> Bool {
    ByteScan.byte(text, 0) == UInt8(ascii: "'") && isNeeded(for: text)
  }

  private static func blankLength(_ text: Span<UInt8>, _ offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    let second = ByteScan.byte(text, offset + 1)
    let third = ByteScan.byte(text, offset + 2)
    switch text[offset] {
    case .tab, .newline, .carriageReturn: return nil
    case 0...(.space), 0x7F: return 1
    case 0xC2: return second <= 0x9F && second >= 0x80 || second == 0xA0 ? 2 : nil
    case 0xE1: return second == 0x9A && third == 0x80 ? 3 : nil
    case 0xE2:
      // U+2000 to U+200B, U+2028, U+2029, U+202F and U+205F.
      let isBlank =
        second == 0x80 && ((0x80...0x8B).contains(third) || [0xA8, 0xA9, 0xAF].contains(third))
        || second == 0x81 && third == 0x9F
      return isBlank ? 3 : nil
    case 0xE3: return second == 0x80 && third == 0x80 ? 3 : nil
    case 0xEF: return second == 0xBB && third == 0xBF ? 3 : nil
    default: return nil
    }
  }
}
