import Bytes

/// The well-formed sequences of UTF-8 (RFC 3629, section 4; Unicode, table 3-7).
enum UTF8Sequence {
  /// How many bytes the multi-byte character at `offset` has: 2 to 4, or 0 where it is none.
  ///
  /// Overlong forms, surrogates (CESU) and everything above U+10FFFF are refused.
  @inline(__always)
  static func length(in bytes: Span<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    let second = Skip.byte(bytes, offset + 1)
    switch first {
    case 0xC2...0xDF:
      return isContinuation(second) ? 2 : 0
    case 0xE0...0xEF:
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      guard second >= low, second <= high, isContinuation(Skip.byte(bytes, offset + 2)) else {
        return 0
      }
      return 3
    case 0xF0...0xF4:
      let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      guard second >= low, second <= high, isContinuation(Skip.byte(bytes, offset + 2)),
        isContinuation(Skip.byte(bytes, offset + 3))
      else { return 0 }
      return 4
    default: return 0
    }
  }

  /// Whether a byte is the second or a later one of a character.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension UTF8Sequence {
  /// Whether all of `bytes` is UTF-8.
  static func areWellFormed(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let length = bytes[offset] < 0x80 ? 1 : length(in: bytes, at: offset)
      if length == 0 { return false }
      offset += length
    }
    return true
  }
}
