import Bytes
import Digests
import Stages

/// Finds the indexes of events by their leaves: each index once, events in the order of the log for
/// nothing, others by a table.
struct LogPlaces: ~Copyable {
  private var leaves: LeafFile
  private let count: Int
  private let first: Int
  private var next = 0
  private var table: LeafTable?

  /// Places in a log whose leaves a file has, the seal's last; `first` is the first one's index.
  init(_ leaves: consuming LeafFile, first: Int) {
    count = max(0, leaves.count - 1)
    self.leaves = leaves
    self.first = first
  }

  /// What the log has of a leaf.
  enum Place {
    case index(Int)
    /// All events that have the leaf were asked for already.
    case used
    case unknown
  }

  /// The index of the next event with a leaf.
  mutating func place(of leaf: Digest256) throws(Problem) -> Place {
    if table == nil {
      if next < count, try leaves.next() == leaf {
        next += 1
        return .index(first + next - 1)
      }
      try load()
    }
    switch table?.take(leaf) {
    case .taken(let index): return .index(first + index)
    case .used: return .used
    case .unknown, .none: return .unknown
    }
  }

  private mutating func load() throws(Problem) {
    guard count <= LeafTable.maximumCount else {
      throw Problem(.failure, "leaves: more than \(LeafTable.maximumCount) to search")
    }
    var table = LeafTable()
    try leaves.seek(to: 0)
    while leaves.position < count, let leaf = try leaves.next() { table.append(leaf) }
    table.index(taking: next)
    self.table = table
  }
}

/// Leaves of a file by their indexes in the log, for proofs that read them by chunks.
final class SharedLeaves {
  private var file: LeafFile
  private let first: Int

  /// Leaves of a file, the first of which has an index in the log.
  init(_ file: consuming LeafFile, first: Int) {
    self.file = file
    self.first = first
  }

  /// The leaves of a range of indexes.
  func leaves(_ range: Range<Int>) throws(Problem) -> [Digest256] {
    try file.leaves(range.lowerBound - first..<range.upperBound - first)
  }
}
