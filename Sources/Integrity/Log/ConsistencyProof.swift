public import Digests

/// Proof that a log only grew (RFC 9162, section 2.1.4).
public enum ConsistencyProof {
  /// How many hashes a proof can have (C2SP tlog-witness).
  public static let maximumCount = 63

  /// Whether the log of `newSize` leaves and `newRoot` begins with all leaves of the old one (RFC
  /// 9162, section 2.1.4.2).
  ///
  /// An old log without leaves proves nothing, so it is refused; the same size asks for the same
  /// root and no hashes.
  public static func isValid(
    from oldSize: Int, _ oldRoot: Digest256, to newSize: Int, _ newRoot: Digest256,
    proof: [Digest256]
  ) -> Bool {
    guard oldSize > 0, oldSize <= newSize else { return false }
    guard oldSize < newSize else { return proof.isEmpty && oldRoot == newRoot }
    // The old root itself is where a perfect old tree begins.
    let isPerfect = oldSize & (oldSize - 1) == 0
    guard let start = isPerfect ? oldRoot : proof.first, !proof.isEmpty else { return false }
    let levels = oldSize.trailingZeroBitCount
    let roots = climb(
      from: (start, (oldSize - 1) >> levels, (newSize - 1) >> levels),
      by: proof.dropFirst(isPerfect ? 0 : 1))
    guard let roots else { return false }
    return roots.old == oldRoot && roots.new == newRoot
  }

  /// The old and the new root above a node that both trees have; nil where the proof has too many
  /// hashes or too few.
  private static func climb(
    from node: (hash: Digest256, place: Int, last: Int), by proof: ArraySlice<Digest256>
  ) -> (old: Digest256, new: Digest256)? {
    var (old, place, last) = node
    var new = old
    for hash in proof {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        old = LogTree.node(hash, old)
        new = LogTree.node(hash, new)
        // Up to where the node is a right one: the last node of a level may have no sibling.
        last >>= place.trailingZeroBitCount
        place >>= place.trailingZeroBitCount
      } else {
        new = LogTree.node(new, hash)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 ? (old, new) : nil
  }
}
