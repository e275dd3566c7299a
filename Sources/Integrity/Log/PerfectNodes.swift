import Digests

/// The roots of the perfect subtrees that end behind a leaf `first`, by level and place, for a
/// range of levels.
///
/// The node of level l and place p stands for the leaves `p << l ..< (p + 1) << l`. Where leaves
/// before `first` belong to it, they come out of the frontier of the log at `first`.
struct PerfectNodes: Sendable {
  private let first: Int
  private let before: Frontier
  private let lowest: Int
  private let highest: Int
  // By level from the lowest on, and by place from `first >> level` on.
  private var nodes: [[Digest256]] = []
  private var end: Int

  /// No nodes yet; `before` is the frontier at `first`, or empty where `first` is a multiple of
  /// what the highest level's nodes stand for.
  init(from first: Int, after before: Frontier, levels: ClosedRange<Int>) {
    self.first = first
    self.before = before
    lowest = levels.lowerBound
    highest = levels.upperBound
    end = first >> lowest
  }

  /// Appends the next node of the lowest level, and all that it completes.
  mutating func append(_ node: Digest256) {
    var node = node
    var level = lowest
    var place = end
    end += 1
    store(node, level)
    while place & 1 == 1, level < highest, let left = self.node(level, place - 1) {
      node = LogTree.node(left, node)
      level += 1
      place >>= 1
      store(node, level)
    }
  }

  private mutating func store(_ node: Digest256, _ level: Int) {
    if nodes.count == level - lowest { nodes.append([]) }
    nodes[level - lowest].append(node)
  }

  /// The root of the leaves `place << level ..< (place + 1) << level`; nil where they are not all
  /// there, or lie before `first` and are no subtree of the frontier.
  func node(_ level: Int, _ place: Int) -> Digest256? {
    let start = first >> level
    if place == start - 1 { return before.root(level: level) }
    guard place >= start, level >= lowest, level - lowest < nodes.count else { return nil }
    let stored = nodes[level - lowest]
    return place - start < stored.count ? stored[place - start] : nil
  }
}
