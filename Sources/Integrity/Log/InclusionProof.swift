public import Digests

/// Proof that a leaf is at an index of a log (RFC 9162, section 2.1.3).
public enum InclusionProof {
  /// How many hashes a path can have: one for each bit of a size.
  public static let maximumCount = 63

  /// The root of the log of `size` leaves whose leaf `index` is `leaf`, by the path from the
  /// leaf's sibling up to the root's child; nil where no such log has this path (RFC 9162, section
  /// 2.1.3.2).
  public static func root(
    of leaf: Digest256, at index: Int, size: Int, path: [Digest256]
  ) -> Digest256? {
    guard index >= 0, index < size else { return nil }
    var first = index
    var last = size - 1
    var root = leaf
    for sibling in path {
      guard last > 0 else { return nil }
      if first & 1 == 1 || first == last {
        root = LogTree.node(sibling, root)
        // Up to where the node is a right one: the last node of a level may have no sibling.
        last >>= first.trailingZeroBitCount
        first >>= first.trailingZeroBitCount
      } else {
        root = LogTree.node(root, sibling)
      }
      first >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }

  /// Whether the path proves that `leaf` is at `index` of the log of this size and root.
  public static func isValid(
    of leaf: Digest256, at index: Int, size: Int, path: [Digest256], root: Digest256
  ) -> Bool {
    Self.root(of: leaf, at: index, size: size, path: path) == root
  }
}
