import Bytes

/// The order of texts by their UTF-16 code units, in which names stand in the canonical form
/// (RFC 8785, section 3.2.3).
public enum UTF16Order {
  /// Compares two texts in UTF-8 by their UTF-16 units (RFC 8785, 3.2.3): negative, 0 or positive.
  public static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    for offset in 0..<min(left.count, right.count) where left[offset] != right[offset] {
      return rank(left[offset]) - rank(right[offset])
    }
    return left.count - right.count
  }

  /// The place of a byte in the order of UTF-16.
  ///
  /// UTF-8 sorts by code point. UTF-16 differs in one thing: what takes a pair of surrogates
  /// (first byte F0 to F4) comes before U+E000 to U+FFFF (first byte EE or EF). Names that begin
  /// alike differ first in the first bytes of two characters, or inside of two whose first bytes
  /// are equal.
  static func rank(_ byte: UInt8) -> Int {
    byte == 0xEE || byte == 0xEF ? Int(byte) + 0x10 : Int(byte)
  }
}
