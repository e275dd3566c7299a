/// Tells which places of a text begin one of a set of prefixes, by their first eight bytes.
///
/// A set of 24-bit numbers as 32,768 bits under a hash refuses most places by three bytes. Words of
/// prose often share these with a prefix (`patient` with `pat.`), so what passes is compared with
/// the few prefixes under the same hash: up to their eighth byte, which lets some through that
/// differ behind it, and never keeps one back.
@safe
public final class PrefixFilter: Sendable {
  @usableFromInline static let wordCount = 512
  private static let bucketCount = 1024

  // Written by init and freed by deinit; everything else only reads them.
  @usableFromInline nonisolated(unsafe) let bits: UnsafeMutablePointer<UInt64>
  /// The first eight bytes of each prefix, the first one lowest, by bucket.
  private nonisolated(unsafe) let heads: UnsafeMutablePointer<UInt64>
  /// Which bits of a place's eight bytes count for each prefix.
  private nonisolated(unsafe) let masks: UnsafeMutablePointer<UInt64>
  /// The first prefix of each bucket; one more than there are buckets.
  private nonisolated(unsafe) let firsts: UnsafeMutablePointer<Int32>

  /// A filter of prefixes, each of three bytes or more.
  public init(_ prefixes: [[UInt8]]) {
    let size = max(1, prefixes.count)
    unsafe bits = .allocate(capacity: Self.wordCount)
    unsafe heads = .allocate(capacity: size)
    unsafe masks = .allocate(capacity: size)
    unsafe firsts = .allocate(capacity: Self.bucketCount + 1)
    unsafe bits.initialize(repeating: 0, count: Self.wordCount)
    unsafe firsts.initialize(repeating: 0, count: Self.bucketCount + 1)
    // The shorter ones first: where one fits, nothing else is asked.
    let ordered = prefixes.map { (head: Self.head($0), length: $0.count) }.sorted {
      let (one, other) = (Self.slot($0.head), Self.slot($1.head))
      return one != other ? one < other : $0.length < $1.length
    }
    for index in ordered.indices {
      let (head, length) = ordered[index]
      precondition(length >= 3, "a prefix has three bytes")
      let slot = Self.slot(head)
      // Safe: a slot is below 32,768, and each word has 64; its bucket is below 1,024; the index is
      // below the number of prefixes.
      unsafe bits[slot >> 6] |= 1 << UInt64(slot & 63)
      unsafe firsts[slot >> 5 + 1] += 1
      unsafe (heads + index).initialize(to: head)
      unsafe (masks + index).initialize(to: length < 8 ? 1 << UInt64(8 * length) - 1 : .max)
    }
    // Safe: both are numbers of buckets.
    for bucket in 0..<Self.bucketCount { unsafe firsts[bucket + 1] += firsts[bucket] }
  }

  deinit {
    unsafe bits.deallocate()
    unsafe heads.deallocate()
    unsafe masks.deallocate()
    unsafe firsts.deallocate()
  }

  private static func head(_ prefix: [UInt8]) -> UInt64 {
    var head: UInt64 = 0
    for (index, byte) in prefix.prefix(8).enumerated() { head |= UInt64(byte) << UInt64(8 * index) }
    return head
  }

  /// The number of the first three bytes of a word, below 32,768.
  @usableFromInline @inline(__always)
  static func slot(_ word: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: word & 0xFF_FFFF) &* 0x9E37_79B1) &>> 17)
  }

  /// Whether the first eight bytes of a prefix are those of a place, as far as it has so many.
  @inline(__always)
  private func hasHead(of word: UInt64) -> Bool {
    let bucket = Self.slot(word) &>> 5
    // Safe: a bucket is below 1,024, and the firsts are numbers of prefixes.
    var index = unsafe Int(firsts[bucket])
    let end = unsafe Int(firsts[bucket &+ 1])
    while index < end {
      if unsafe word & masks[index] == heads[index] { return true }
      index &+= 1
    }
    return false
  }

  /// Whether a prefix may begin at `offset`.
  @inline(__always)
  public func mayBegin(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset < text.count else { return false }
    let word = Self.word(text, at: offset)
    let slot = Self.slot(word)
    // Safe: a slot is below 32,768.
    guard unsafe bits[slot &>> 6] &>> UInt64(slot & 63) & 1 != 0 else { return false }
    return hasHead(of: word)
  }

  /// The eight bytes at an offset of a text, zeros behind its end.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, at offset: Int) -> UInt64 {
    let missing = offset &+ 8 &- text.count
    if missing <= 0 { return ByteScan.littleEndianWord(in: text, at: offset) }
    if text.count >= 8 {
      return ByteScan.littleEndianWord(in: text, at: text.count &- 8) &>> UInt64(8 &* missing)
    }
    var word: UInt64 = 0
    for place in offset..<text.count { word |= UInt64(text[place]) << UInt64(8 * (place - offset)) }
    return word
  }

  /// Those of the 64 places from `start` on, a bit each, at which a prefix may begin.
  @inlinable @inline(__always)
  public func candidates(_ places: UInt64, in text: Span<UInt8>, from start: Int) -> UInt64 {
    // Places are taken by fours, as the end of a loop over an unknown number is guessed wrong:
    // without any left, the byte behind the block is one, and what it gives is not asked for.
    guard start >= 0, start &+ 72 <= text.count else {
      return exactCandidates(places, in: text, from: start)
    }
    let found: UInt64 = unsafe text.withUnsafeBytes { buffer in
      // Safe: the guard keeps the block inside the span; `nextBit` reads no more than that.
      let block = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<start &+ 72])
      let bits = unsafe self.bits
      var rest = places
      var found: UInt64 = 0
      while rest != 0 {
        found |= unsafe Self.nextBit(&rest, block, bits)
        found |= unsafe Self.nextBit(&rest, block, bits)
        found |= unsafe Self.nextBit(&rest, block, bits)
        found |= unsafe Self.nextBit(&rest, block, bits)
      }
      return found & places
    }
    return found == 0 ? 0 : exactCandidates(found, in: text, from: start)
  }

  /// The bit of the next place, set where three bytes there are those of a prefix.
  @usableFromInline @inline(__always)
  @unsafe
  static func nextBit(
    _ rest: inout UInt64, _ block: UnsafeRawBufferPointer, _ bits: UnsafePointer<UInt64>
  ) -> UInt64 {
    let lane = rest.trailingZeroBitCount
    rest &= rest &- 1
    // Safe: a lane is at most 64, and a block has 72 bytes.
    let bytes = unsafe block.loadUnaligned(fromByteOffset: lane, as: UInt32.self)
    let slot = slot(UInt64(bytes.littleEndian))
    // Safe: a slot is below 32,768.
    let word = unsafe bits[slot &>> 6]
    return (word &>> UInt64(slot & 63) & 1) &<< UInt64(lane)
  }

  /// The same by up to eight bytes of each place.
  @usableFromInline
  func exactCandidates(_ places: UInt64, in text: Span<UInt8>, from start: Int) -> UInt64 {
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
