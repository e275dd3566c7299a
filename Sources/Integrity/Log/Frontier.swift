public import Digests

/// The state of a log that grows: the roots of its perfect subtrees from left to right, one for
/// each 1-bit of its size (spec/integrity.md, section 2.5).
///
///     size 11 = 1011b:   [ 8 leaves ] [ 2 ] [ 1 ]    append merges from the right: [ 8 ] [ 4 ]
///
/// It takes O(log n) memory, and gives the root of the log and of every later one.
public struct Frontier: Equatable, Sendable {
  /// How many leaves the log has.
  public private(set) var size: Int
  /// The roots of the perfect subtrees, the largest first.
  public private(set) var roots: [Digest256]

  /// The frontier of the empty log.
  public init() {
    size = 0
    roots = []
  }

  /// The largest size that is read: no log comes near, and none that is made up overflows.
  public static let maximumSize = 1 << 62

  /// A frontier as it is written down; nil where the size is negative or beyond all logs, or the
  /// hashes are not as many as it has 1-bits.
  public init?(size: Int, roots: [Digest256]) {
    guard (0...Self.maximumSize).contains(size), roots.count == size.nonzeroBitCount else {
      return nil
    }
    self.size = size
    self.roots = roots
  }

  /// A frontier that was computed: `roots` has one hash for each bit of `size`.
  init(_ size: Int, computed roots: [Digest256]) {
    precondition(roots.count == size.nonzeroBitCount, "a frontier has a root for each bit")
    self.size = size
    self.roots = roots
  }

  /// Appends a leaf's hash.
  public mutating func append(_ leaf: Digest256) {
    var node = leaf
    for _ in 0..<(~size).trailingZeroBitCount {
      node = LogTree.node(roots.removeLast(), node)
    }
    roots.append(node)
    size += 1
  }

  /// The root of the whole log.
  public var root: Digest256 {
    guard var root = roots.last else { return LogTree.emptyRoot }
    for left in roots.dropLast().reversed() { root = LogTree.node(left, root) }
    return root
  }

  /// The root of the perfect subtree of `1 << level` leaves, or nil where the size has no such
  /// bit.
  func root(level: Int) -> Digest256? {
    guard size >> level & 1 == 1 else { return nil }
    return roots[(size >> (level + 1)).nonzeroBitCount]
  }

  /// The root of the last `size & ((1 << level) - 1)` leaves, or nil where there are none.
  func edge(below level: Int) -> Digest256? {
    let count = (size & ((1 << level) - 1)).nonzeroBitCount
    guard count > 0, var edge = roots.last else { return nil }
    for left in roots.suffix(count).dropLast().reversed() { edge = LogTree.node(left, edge) }
    return edge
  }
}
