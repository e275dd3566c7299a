import Bytes
import Digests
import Stages

/// Looks up events that carry receipts in their log, whatever their order and number: each must be
/// one of the log's (spec/integrity.md, section 6).
///
/// By its path, or by its index among the leaves, an event is compared in constant memory. Only
/// where a receipt tells neither are all leaves loaded.
struct ReceiptComparison: ~Copyable {
  private let checkpoint: Checkpoint
  /// The index of the first leaf that is at hand.
  private let first: Int
  private var leaves: LeafFile?
  private var table: LeafTable?

  /// A comparison with an export; nil where its checkpoint can't be read.
  init?(_ evidence: Evidence) throws(Problem) {
    guard let checkpoint = evidence.checkpoint?.checkpoint else { return nil }
    self.checkpoint = checkpoint
    first = evidence.logs?.before.size ?? 0
    leaves = try evidence.openLeaves()
    table = nil
  }

  /// What a leaf is to the log by its receipt; nothing to find where it is proven.
  mutating func next(
    _ leaf: Digest256, index: Int?, size: Int?, path: [Digest256]?, line: Int
  ) throws(Problem) -> Finding? {
    if let size, size != checkpoint.size {
      return Finding(.otherCheckpoint, line: line, index: index)
    }
    if let index, let path {
      let isProven = InclusionProof.isValid(
        of: leaf, at: index, size: checkpoint.size, path: path, root: checkpoint.root)
      return isProven ? nil : Finding(.notInLog, line: line, index: index)
    }
    if let index, index >= checkpoint.size {
      return Finding(.notInLog, line: line, index: index)
    }
    guard let isLeaf = try isLeaf(leaf, at: index) else {
      return Finding(
        .noLeaves, line: line, index: index,
        reason: "a receipt without a path, and no leaves to compare with")
    }
    return isLeaf ? nil : Finding(.notInLog, line: line, index: index)
  }

  /// Whether the log has a leaf, at an index where that is known; nil where its leaves are not at
  /// hand.
  private mutating func isLeaf(
    _ leaf: Digest256, at index: Int?
  ) throws(Problem) -> Bool? {
    guard let count = leaves?.count else { return nil }
    guard let index else { return try isAnyLeaf(leaf, count) }
    guard (first..<first + count).contains(index) else { return nil }
    try leaves?.seek(to: index - first)
    return try leaves?.next() == leaf
  }

  private mutating func isAnyLeaf(_ leaf: Digest256, _ count: Int) throws(Problem) -> Bool {
    if table == nil {
      guard count <= LeafTable.maximumCount else {
        throw Problem(
          .failure, "leaves: more than \(LeafTable.maximumCount), too many to look up without 'i'")
      }
      var table = LeafTable()
      try leaves?.seek(to: 0)
      while let next = try leaves?.next() { table.append(next) }
      table.index(taking: 0)
      self.table = table
    }
    if case .unknown = table?.take(leaf) { return false }
    return true
  }
}
