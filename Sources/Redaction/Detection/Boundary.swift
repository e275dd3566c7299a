import Bytes

/// Where a token or a number may begin and end (spec/redaction.md, section 1).
///
/// Every non-ASCII byte is a boundary on both sides, and so are the text's ends.
enum Boundary {
  /// Whether a byte is one of `[A-Za-z0-9_]`.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
  }

  /// Whether a byte is one of `[A-Za-z0-9]`.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  /// The byte at an offset, or 0 outside of the text.
  @inline(__always)
  static func byte(_ text: Span<UInt8>, _ offset: Int) -> UInt8 { ByteScan.byte(text, offset) }

  /// Token boundary (T): no word byte stands before `start` or at `end`.
  static func isToken(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    !isWord(byte(text, start - 1)) && !isWord(byte(text, end))
  }

  /// The left half of the number boundary (N): no word byte before, nor a digit and `.` or `-`,
  /// nor `$`, `€` or `£`.
  static func isNumberStart(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let before = byte(text, start - 1)
    if isWord(before) { return false }
    switch before {
    case .dot, .minus: return !byte(text, start - 2).isDigit
    case UInt8(ascii: "$"): return false
    case 0xAC:  // € is E2 82 AC
      return !(byte(text, start - 2) == 0x82 && byte(text, start - 3) == 0xE2)
    case 0xA3: return byte(text, start - 2) != 0xC2  // £ is C2 A3
    default: return true
    }
  }

  /// The right half of the number boundary (N): no word byte at `end`, nor `.` and a digit, nor
  /// `-` and a letter or digit.
  static func isNumberEnd(_ text: Span<UInt8>, _ end: Int) -> Bool {
    let next = byte(text, end)
    if isWord(next) { return false }
    let second = byte(text, end + 1)
    if next == .dot { return !second.isDigit }
    if next == .minus { return !isAlphanumeric(second) }
    return true
  }

  /// Whether a letter or digit and `-` stand before `start`: a part of a longer id such as
  /// `PO-123-45-6789`, as far as nothing else says what it is.
  static func continuesChain(_ text: Span<UInt8>, _ start: Int) -> Bool {
    byte(text, start - 1) == .minus && isAlphanumeric(byte(text, start - 2))
  }

  /// Both halves of the number boundary (N).
  static func isNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    isNumberStart(text, start) && isNumberEnd(text, end)
  }
}
