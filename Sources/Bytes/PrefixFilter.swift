/// Tells which places of a text may begin one of a set of prefixes, by their first three bytes.
///
/// A set of 24-bit numbers as 8,192 bits under a hash: it lets some through that are no prefix,
/// and never keeps one back.
@safe
public final class PrefixFilter: Sendable {
  @usableFromInline static let wordCount = 128
  // Written by init and freed by deinit; everything else only reads it.
  @usableFromInline nonisolated(unsafe) let bits: UnsafeMutablePointer<UInt64>

  /// A filter of prefixes, each of three bytes or more.
  public init(_ prefixes: [[UInt8]]) {
    unsafe bits = .allocate(capacity: Self.wordCount)
    unsafe bits.initialize(repeating: 0, count: Self.wordCount)
    for prefix in prefixes {
      precondition(prefix.count >= 3, "a prefix has three bytes")
      let word = UInt32(prefix[0]) | UInt32(prefix[1]) << 8 | UInt32(prefix[2]) << 16
      let slot = Self.slot(word)
      // Safe: a slot is below 8,192, and each word has 64.
      unsafe bits[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  deinit { unsafe bits.deallocate() }

  @usableFromInline @inline(__always)
  static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> 19) }

  /// Whether a prefix may begin at `offset`.
  public func mayBegin(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset &+ 3 <= text.count else { return false }
    let word =
      UInt32(text[offset]) | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2]) << 16
    let slot = Self.slot(word)
    // Safe: a slot is below 8,192.
    return unsafe bits[slot >> 6] &>> UInt64(slot & 63) & 1 != 0
  }

  /// Those of the 64 places from `start` on, a bit each, at which a prefix may begin.
  @inlinable @inline(__always)
  public func candidates(_ places: UInt64, in text: Span<UInt8>, from start: Int) -> UInt64 {
    guard start >= 0, start &+ 68 <= text.count else {
      return lastCandidates(places, in: text, from: start)
    }
    return unsafe text.withUnsafeBytes { buffer in
      var rest = places
      var found: UInt64 = 0
      while rest != 0 {
        let lane = rest.trailingZeroBitCount
        rest &= rest &- 1
        // Safe: a lane is below 64, and the guard keeps four bytes behind each inside the span.
        let bytes = unsafe buffer.loadUnaligned(fromByteOffset: start &+ lane, as: UInt32.self)
        let slot = Self.slot(bytes.littleEndian & 0xFF_FFFF)
        // Safe: a slot is below 8,192.
        let word = unsafe bits[slot &>> 6]
        found |= (word &>> UInt64(slot & 63) & 1) &<< UInt64(lane)
      }
      return found
    }
  }

  /// The same near the text's end, where four bytes may be too many.
  @usableFromInline
  func lastCandidates(_ places: UInt64, in text: Span<UInt8>, from start: Int) -> UInt64 {
    var rest = places
    var found: UInt64 = 0
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest &- 1
      if mayBegin(text, at: start &+ lane) { found |= 1 &<< UInt64(lane) }
    }
    return found
  }
}
