import Bytes

/// Reads the header of a JSON Web Token, character by character, without keeping it: whether it
/// can be a JSON object.
///
/// Only what hostile text must not get past is looked at: quotes, escapes, depth, and which bytes
/// may stand outside of a string. Names and values of a header are ASCII (RFC 7515, section 4).
struct JWTHeader {
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasEnded = false

  /// Whether the object has ended, and no more than the bits that fill a character are left.
  var isComplete: Bool { hasEnded && bitCount < 6 && bits & ((1 << UInt32(bitCount)) - 1) == 0 }

  /// The value of a character of Base64 for URLs, or nil.
  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt32? {
    if byte &- 0x41 < 26 { return UInt32(byte &- 0x41) }
    if byte &- 0x61 < 26 { return UInt32(byte &- 0x61) + 26 }
    if byte.isDigit { return UInt32(byte &- .zero) + 52 }
    if byte == .minus { return 62 }
    return byte == UInt8(ascii: "_") ? 63 : nil
  }

  /// Takes the next six bits; false where no JSON object can hold them.
  mutating func take(_ digit: UInt32) -> Bool {
    bits = bits << 6 | digit
    bitCount += 6
    guard bitCount >= 8 else { return true }
    bitCount -= 8
    return take(byte: UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
  }

  private mutating func take(byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    if isInString { return takeInString(byte) }
    switch byte {
    case .space, .tab, .newline, .carriageReturn: return true
    case .openBrace, .openBracket:
      depth += 1
      return !hasEnded
    case .closeBrace, .closeBracket:
      depth -= 1
      hasEnded = depth == 0
      return depth >= 0
    case .quote:
      isInString = true
      return depth > 0
    case .colon, .comma, .minus, .dot, UInt8(ascii: "+"): return depth > 0
    default: return depth > 0 && Boundary.isAlphanumeric(byte)
    }
  }

  private mutating func takeInString(_ byte: UInt8) -> Bool {
    if isEscaped {
      isEscaped = false
    } else if byte == .backslash {
      isEscaped = true
    } else if byte == .quote {
      isInString = false
    }
    return byte >= .space
  }
}
