public import Digests

/// A log from a size on, such as one export: the frontier before it, and what its leaves add.
///
/// Of the leaves it keeps the roots of every 64 and of larger subtrees, one byte for a leaf in
/// all, so that the leaves themselves can stay in their file. `LogProofs` makes proofs out of
/// both; nothing that is older than `before` is needed (spec/integrity.md, section 3).
public struct LogSection: Sendable {
  /// How many leaves are a chunk: those that are read at once for a proof.
  public static let chunkSize = 1 << chunkLevel
  static let chunkLevel = 6

  /// The log before the section; its size is the index of the section's first leaf.
  public let before: Frontier
  /// How many leaves the log has by now.
  public private(set) var size: Int
  // The leaves behind the last multiple of the chunk size.
  private var chunk: Frontier
  private var nodes: PerfectNodes

  /// A section without leaves behind a log.
  public init(after before: Frontier) {
    self.before = before
    size = before.size
    nodes = PerfectNodes(from: before.size, after: before, levels: Self.chunkLevel...62)
    let rest = before.size & (Self.chunkSize - 1)
    chunk = Frontier(rest, computed: before.roots.suffix(rest.nonzeroBitCount))
  }

  /// Appends a leaf's hash.
  public mutating func append(_ leaf: Digest256) {
    chunk.append(leaf)
    size += 1
    guard chunk.size == Self.chunkSize else { return }
    nodes.append(chunk.roots[0])
    chunk = Frontier()
  }

  /// The frontier of the log by now.
  public var frontier: Frontier {
    let roots = (Self.chunkLevel..<63).reversed().compactMap { level in
      size >> level & 1 == 1 ? nodes.node(level, size >> level - 1) : nil
    }
    return Frontier(size, computed: roots + chunk.roots)
  }

  /// The root of the subtree of a chunk or more at a level and place, or nil.
  func node(_ level: Int, _ place: Int) -> Digest256? { nodes.node(level, place) }
}
