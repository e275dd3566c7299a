import Digests

/// How the seed of a container becomes those of its children: a binary tree, so that one seed can
/// open a whole range of them (spec/integrity.md, section 2.2).
enum SeedTree {
  /// How many of `count` children, at least two, stand below the left half of a seed: the largest
  /// power of two that is below their number.
  static func leftCount(of count: Int) -> Int {
    precondition(count >= 2, "only two children or more are split")
    return 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

extension EventCommitment {
  /// The seeds of `count` children of a node whose seed this is.
  mutating func expand(_ seed: Digest128, count: Int) -> [Digest128] {
    guard count > 1 else { return [seed] }
    let halves = split(seed)
    let left = SeedTree.leftCount(of: count)
    return expand(halves.leading, count: left) + expand(halves.trailing, count: count - left)
  }
}
