/// Tells which places of a text may begin one of a set of prefixes, by their first four bytes.
///
/// A set of 24-bit numbers as 8,192 bits under a hash, and one of 32-bit numbers that what passes
/// the first is looked up in: words of prose often share three bytes with a prefix (`patient` with
/// `pat.`). Both let some through that are no prefix, and never keep one back.
@safe
public final class PrefixFilter: Sendable {
  @usableFromInline static let wordCount = 128
  // Written by init and freed by deinit; everything else only reads it.
  @usableFromInline nonisolated(unsafe) let bits: UnsafeMutablePointer<UInt64>
  /// A bit for the first four bytes of each longer prefix.
  private nonisolated(unsafe) let longer: UnsafeMutablePointer<UInt64>
  /// A bit for each prefix that has no more than three bytes.
  private nonisolated(unsafe) let shorter: UnsafeMutablePointer<UInt64>

  /// A filter of prefixes, each of three bytes or more.
  public init(_ prefixes: [[UInt8]]) {
    unsafe bits = Self.emptySet()
    unsafe longer = Self.emptySet()
    unsafe shorter = Self.emptySet()
    for prefix in prefixes {
      precondition(prefix.count >= 3, "a prefix has three bytes")
      let word = UInt32(prefix[0]) | UInt32(prefix[1]) << 8 | UInt32(prefix[2]) << 16
      unsafe Self.insert(Self.slot(word), into: bits)
      if prefix.count > 3 {
        unsafe Self.insert(Self.slot(word | UInt32(prefix[3]) << 24), into: longer)
      } else {
        unsafe Self.insert(Self.slot(word), into: shorter)
      }
    }
  }

  deinit {
    unsafe bits.deallocate()
    unsafe longer.deallocate()
    unsafe shorter.deallocate()
  }

  @unsafe
  private static func emptySet() -> UnsafeMutablePointer<UInt64> {
    let set = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)
    unsafe set.initialize(repeating: 0, count: wordCount)
    return unsafe set
  }

  @unsafe
  private static func insert(_ slot: Int, into set: UnsafeMutablePointer<UInt64>) {
    // Safe: a slot is below 8,192, and each word has 64.
    unsafe set[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  @unsafe
  private static func holds(_ slot: Int, _ set: UnsafeMutablePointer<UInt64>) -> Bool {
    // Safe: a slot is below 8,192, and each word has 64.
    unsafe set[slot >> 6] &>> UInt64(slot & 63) & 1 != 0
  }

  @usableFromInline @inline(__always)
  static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> 19) }

  /// Whether a prefix may begin at `offset`.
  public func mayBegin(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset &+ 3 <= text.count else { return false }
    let word =
      UInt32(text[offset]) | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2]) << 16
    guard unsafe Self.holds(Self.slot(word), bits) else { return false }
    if unsafe Self.holds(Self.slot(word), shorter) { return true }
    guard offset &+ 4 <= text.count else { return false }
    return unsafe Self.holds(Self.slot(word | UInt32(text[offset + 3]) << 24), longer)
  }

  /// Those of the 64 places from `start` on, a bit each, at which a prefix may begin.
  @inlinable @inline(__always)
  public func candidates(_ places: UInt64, in text: Span<UInt8>, from start: Int) -> UInt64 {
    guard start >= 0, start &+ 68 <= text.count else {
      return lastCandidates(places, in: text, from: start)
    }
    let found: UInt64 = unsafe text.withUnsafeBytes { buffer in
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
    return found == 0 ? 0 : lastCandidates(found, in: text, from: start)
  }

  /// The same by all bytes of each place; near the text's end, where four bytes may be too many.
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
