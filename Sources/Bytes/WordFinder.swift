import Glibc

/// Finds a word in bytes by its two rarest bytes, sixteen places at a time.
///
/// Both bytes are compared in all places at once, and only where both fit the whole word is;
/// rare bytes make that seldom. In any case, letters are compared with bit 0x20 set.
public struct WordFinder: Sendable {
  /// The word, in lower case where case is ignored.
  public let word: [UInt8]
  /// Whether ASCII letters of either case are equal.
  public let ignoresCase: Bool
  private let first: Anchor
  private let second: Anchor

  /// A byte of the word, and what to set before comparing with it.
  private struct Anchor {
    let position: Int
    let byte: UInt8
    let caseBit: UInt8
  }

  /// A finder of `word`, which has at least one byte.
  public init(_ word: [UInt8], ignoringCase: Bool = false) {
    precondition(!word.isEmpty, "a word has a byte")
    let word = ignoringCase ? word.map(\.lowercased) : word
    let byRarity = word.indices.sorted { Self.frequency(word[$0]) < Self.frequency(word[$1]) }
    func anchor(_ position: Int) -> Anchor {
      let byte = word[position]
      return Anchor(
        position: position, byte: byte, caseBit: ignoringCase && byte.isLetter ? 0x20 : 0)
    }
    self.word = word
    self.ignoresCase = ignoringCase
    first = anchor(byRarity[0])
    second = anchor(byRarity.count > 1 ? byRarity[1] : byRarity[0])
  }

  /// How common a byte is in prose and JSON, the most common ones highest.
  private static func frequency(_ byte: UInt8) -> Int {
    let common: StaticString = " etaonirshldcumpfgywbv\",.:_0"
    let length = common.utf8CodeUnitCount
    for rank in 0..<length
    // Safe: rank is below the length.
    where (unsafe common.utf8Start[rank]) == byte.lowercased { return length - rank + 1 }
    return byte.isLetter || byte.isDigit ? 1 : 0
  }

  /// The first offset at or after `start` where the word stands, or nil.
  public func firstIndex(in bytes: Span<UInt8>, from start: Int) -> Int? {
    precondition(start >= 0, "a search starts inside its span")
    let last = bytes.count - word.count
    guard start <= last else { return nil }
    let furthest = max(first.position, second.position)
    // Safe: every load starts at most furthest behind offset, and the loop's condition keeps
    // sixteen bytes from there inside the span; `matches` is called for places up to `last`.
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = unsafe UnsafeRawPointer(buffer.baseAddress) else { return nil }
      let firstByte = SIMD16<UInt8>(repeating: first.byte)
      let secondByte = SIMD16<UInt8>(repeating: second.byte)
      let firstBit = SIMD16<UInt8>(repeating: first.caseBit)
      let secondBit = SIMD16<UInt8>(repeating: second.caseBit)
      var offset = start
      while offset + furthest + 16 <= buffer.count {
        let one = unsafe (base + offset + first.position).loadUnaligned(as: SIMD16<UInt8>.self)
        let two = unsafe (base + offset + second.position).loadUnaligned(as: SIMD16<UInt8>.self)
        let oneFits: LaneMask.Mask = (one | firstBit) .== firstByte
        let twoFits: LaneMask.Mask = (two | secondBit) .== secondByte
        let fits = oneFits .& twoFits
        if let hit = unsafe verified(fits, base, offset, last) { return hit }
        offset += 16
      }
      while offset <= last {
        if unsafe matches(base + offset) { return offset }
        offset += 1
      }
      return nil
    }
  }

  @inline(__always)
  private func verified(
    _ fits: LaneMask.Mask, _ base: UnsafeRawPointer, _ offset: Int, _ last: Int
  ) -> Int? {
    var places = LaneMask.bits(fits)
    while places != 0 {
      let place = offset + places.trailingZeroBitCount
      // Safe: the caller keeps the word's length from each place up to `last` inside the span.
      if place <= last, unsafe matches(base + place) { return place }
      places &= places &- 1
    }
    return nil
  }

  private func matches(_ place: UnsafeRawPointer) -> Bool {
    for position in 0..<word.count {
      // Safe: callers keep word.count bytes from the place inside the span.
      let byte = unsafe place.load(fromByteOffset: position, as: UInt8.self)
      if (ignoresCase ? byte.lowercased : byte) != word[position] { return false }
    }
    return true
  }
}
