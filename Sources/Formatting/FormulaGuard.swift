import Bytes

/// Keeps spreadsheets from running a text as a formula (CWE-1236), so that it can be undone.
///
/// A text is guarded by a `'` before it where it is, from its start: any number of `'`, then blanks
/// (space, U+00A0, U+3000), then one of `=` `+` `-` `@` TAB CR LF or the full-width forms of the
/// first four. As texts that are guarded already are guarded once more, taking one `'` from each
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
    switch ByteScan.byte(text, offset) {
    case .space: 1
    case 0xC2: ByteScan.hasWord(text, at: offset, "\u{A0}") ? 2 : nil
    case 0xE3: ByteScan.hasWord(text, at: offset, "\u{3000}") ? 3 : nil
    default: nil
    }
  }
}
