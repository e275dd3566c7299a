import Bytes

/// Which three bytes begin a secret's prefix: a test for every word of a text.
///
/// A set of 24-bit numbers as 4,096 bits under a hash: what it lets through by accident, the
/// detectors look at and refuse.
struct PrefixIndex: Sendable {
  /// The index of all prefixes that the detectors know.
  static let shared = PrefixIndex(
    PrefixedSecrets.prefixes + [Array("bc1".utf8), Array("BC1".utf8), Array("is ".utf8)])

  private let bits: [UInt64]

  /// An index of the first three bytes of each prefix.
  init(_ prefixes: [[UInt8]]) {
    var bits = [UInt64](repeating: 0, count: 64)
    for prefix in prefixes {
      precondition(prefix.count >= 3, "a prefix has three bytes")
      let slot = Self.slot(prefix[0], prefix[1], prefix[2])
      bits[slot >> 6] |= 1 << UInt64(slot & 63)
    }
    self.bits = bits
  }

  /// Whether a prefix may begin at an offset.
  func mayBegin(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 3 <= text.count else { return false }
    let slot = Self.slot(text[offset], text[offset + 1], text[offset + 2])
    return bits[slot >> 6] & 1 << UInt64(slot & 63) != 0
  }

  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let word = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    return Int(word &* 0x9E37_79B1 >> 20)
  }
}
