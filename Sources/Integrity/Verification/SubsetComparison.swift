import Bytes
import Digests
import Stages

/// Looks up the leaves of a stream in the log, whatever their order is: each event must be one of
/// the log's, and none twice (spec/integrity.md, section 7).
struct SubsetComparison: ~Copyable {
  private var table = LeafTable()
  private let first: Int
  private let count: Int
  /// The smallest and the largest index in the log that was shown.
  private(set) var indexes: ClosedRange<Int>?

  /// A comparison with the leaves of a file, the last of which is the seal's; `first` is the index
  /// of the first one, and `shown` how many from there on were shown already.
  init(_ leaves: consuming LeafFile, first: Int, shown: Int = 0) throws(Problem) {
    self.first = first
    count = max(0, leaves.count - 1)
    guard count <= LeafTable.maximumCount else {
      throw Problem(.failure, "leaves: more than \(LeafTable.maximumCount), too many for a subset")
    }
    var leaves = leaves
    while leaves.position < count, let leaf = try leaves.next() { table.append(leaf) }
    table.index(taking: shown)
  }

  /// What a leaf is to the log: nothing to find where it is an event that was not shown yet.
  mutating func next(_ leaf: Digest256, line: Int) -> Finding? {
    switch table.take(leaf) {
    case .taken(let place):
      let index = first + place
      indexes =
        indexes.map { min($0.lowerBound, index)...max($0.upperBound, index) } ?? index...index
      return nil
    case .used(let index): return Finding(.duplicate, line: line, index: first + index)
    case .unknown: return Finding(.notInLog, line: line)
    }
  }

  /// Hands each range of indexes that no line shows to `body`.
  func eachGap(_ body: (ClosedRange<Int>) -> Void) {
    var start: Int?
    for index in 0...count {
      if index < count, !table.isTaken(index) {
        start = start ?? index
      } else if let begin = start {
        body((first + begin)...(first + index - 1))
        start = nil
      }
    }
  }
}
