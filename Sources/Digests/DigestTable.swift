/// A set of digests, each with a word that goes with it: open addressing with linear probing.
///
/// A digest takes 32 to 64 bytes, and nothing is allocated but when the table doubles.
public struct DigestTable: Sendable {
  private static let stride = 3
  /// Digest and word of each slot; an empty slot is all zeros.
  private var slots: [UInt64]
  private var mask: Int
  /// How many digests are in the table.
  public private(set) var count = 0

  /// An empty table.
  public init() {
    slots = Array(repeating: 0, count: 1024 * Self.stride)
    mask = 1023
  }

  /// Adds a digest with its word, or gives the word that it was added with before.
  public mutating func insert(_ digest: Digest128, _ word: UInt64) -> UInt64? {
    let slot = slot(of: digest)
    if !isEmpty(slot) { return slots[slot + 2] }
    let digest = Self.stored(digest)
    slots[slot] = digest.first
    slots[slot + 1] = digest.second
    slots[slot + 2] = word
    count += 1
    if count * 4 > (mask + 1) * 3 { grow() }
    return nil
  }

  /// The word that a digest was added with, or nil where it is not in the table.
  public func word(of digest: Digest128) -> UInt64? {
    let slot = slot(of: digest)
    return isEmpty(slot) ? nil : slots[slot + 2]
  }

  /// Whether a digest is in the table.
  public func contains(_ digest: Digest128) -> Bool { count > 0 && !isEmpty(slot(of: digest)) }

  /// Takes everything out.
  public mutating func removeAll() { self = DigestTable() }

  private func isEmpty(_ slot: Int) -> Bool { slots[slot] | slots[slot + 1] == 0 }

  /// The one digest that looks like an empty slot stands as another one.
  private static func stored(_ digest: Digest128) -> Digest128 {
    digest.first | digest.second == 0 ? Digest128(first: 0, second: 1) : digest
  }

  /// The slot that holds the digest, or the empty one where it belongs.
  private func slot(of digest: Digest128) -> Int {
    let digest = Self.stored(digest)
    var index = Int(truncatingIfNeeded: digest.first) & mask
    while true {
      let slot = index * Self.stride
      if isEmpty(slot) || (slots[slot] == digest.first && slots[slot + 1] == digest.second) {
        return slot
      }
      index = (index + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: (mask + 1) * Self.stride)
    for start in Swift.stride(from: 0, to: old.count, by: Self.stride)
    where old[start] | old[start + 1] != 0 {
      let slot = slot(of: Digest128(first: old[start], second: old[start + 1]))
      for part in 0..<Self.stride { slots[slot + part] = old[start + part] }
    }
  }
}
