import Digests

/// Proves the events of a stream one by one by the paths that their receipts bring, where the
/// leaves are not at hand (spec/integrity.md, section 2.4).
///
/// Events without a path are folded into the root of the log, which takes all of them, in their
/// order, and the seal behind them.
struct PathComparison: ~Copyable {
  private let checkpoint: Checkpoint
  private let seal: Seal?
  private let sealLeaf: Digest256?
  private let isSubset: Bool
  private var shown = IndexRanges()
  /// The largest index so far.
  private var last = -1
  /// The log as far as events were folded; nil where they can't be.
  private var folded: Frontier?
  /// How many events have no path.
  private var withoutPath = 0
  /// How many events were proven, by a path.
  private(set) var proven = 0

  init(_ checkpoint: Checkpoint, seal: Seal?, leaf: Digest256?, isSubset: Bool) {
    self.isSubset = isSubset
    self.checkpoint = checkpoint
    self.seal = seal
    sealLeaf = leaf
    folded = seal.flatMap { Frontier(size: $0.previous.size, roots: $0.previous.frontier) }
  }

  /// What a leaf is to the log by its receipt; nothing to find where it is proven, or may still be.
  mutating func next(
    _ leaf: Digest256, _ receipt: ReceiptPlace, line: Int
  ) -> Finding? {
    if folded != nil { fold(leaf, receipt.index) }
    if let size = receipt.size, size != checkpoint.size {
      return Finding(.otherCheckpoint, line: line, index: receipt.index)
    }
    guard let index = receipt.index, let path = receipt.path else {
      withoutPath += 1
      return nil
    }
    guard
      InclusionProof.isValid(
        of: leaf, at: index, size: checkpoint.size, path: path, root: checkpoint.root)
    else { return Finding(.notInLog, line: line, index: index) }
    proven += 1
    guard shown.insert(index) else { return Finding(.duplicate, line: line, index: index) }
    defer { last = max(last, index) }
    return index < last && !isSubset ? Finding(.moved, line: line, index: index) : nil
  }

  private mutating func fold(_ leaf: Digest256, _ index: Int?) {
    guard let size = folded?.size, index == nil || index == size, let seal, size < seal.index
    else {
      folded = nil
      return
    }
    folded?.append(leaf)
  }

  /// Whether all events of the export were folded and give the root that was signed.
  private var givesRoot: Bool {
    guard var log = folded, let seal, let sealLeaf, log.size == seal.index else { return false }
    log.append(sealLeaf)
    return log.root == checkpoint.root
  }

  /// Whether nothing says how many events there must be before the first and behind the last one.
  var isOpenEnded: Bool { !givesRoot && all == nil && !isSubset }

  /// The smallest and the largest index that is shown.
  var indexes: ClosedRange<Int>? { givesRoot ? all : shown.bounds }

  private var all: ClosedRange<Int>? {
    seal.flatMap { $0.count > 0 ? $0.first...($0.index - 1) : nil }
  }

  /// Hands what is found at the end to `body`: events that could not be compared, and gaps, which
  /// a subset has.
  func finish(_ body: (Finding) -> Void) {
    if givesRoot { return }
    if withoutPath > 0 {
      return body(
        Finding(
          .noLeaves,
          reason: "neither leaves nor paths to prove \(withoutPath) events with; 'prove --path' "
            + "adds paths"))
    }
    for gap in shown.gaps(in: all ?? shown.bounds) { body(Finding(.gap, gap: gap)) }
  }
}

/// A set of indexes, cheap where they are neighbours.
struct IndexRanges {
  /// Ascending, and no two touch.
  private var ranges: [ClosedRange<Int>] = []

  /// Adds an index; whether it was new.
  mutating func insert(_ index: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].contains(index) { return false }
    let joinsLeft = low > 0 && ranges[low - 1].upperBound == index - 1
    let joinsRight = low < ranges.count && ranges[low].lowerBound == index + 1
    switch (joinsLeft, joinsRight) {
    case (true, true):
      ranges[low - 1] = ranges[low - 1].lowerBound...ranges[low].upperBound
      ranges.remove(at: low)
    case (true, false): ranges[low - 1] = ranges[low - 1].lowerBound...index
    case (false, true): ranges[low] = index...ranges[low].upperBound
    case (false, false): ranges.insert(index...index, at: low)
    }
    return true
  }

  /// The smallest and the largest index.
  var bounds: ClosedRange<Int>? {
    guard let first = ranges.first, let last = ranges.last else { return nil }
    return first.lowerBound...last.upperBound
  }

  /// The ranges inside of `whole` that are not in the set.
  func gaps(in whole: ClosedRange<Int>?) -> [ClosedRange<Int>] {
    guard let whole else { return [] }
    var gaps: [ClosedRange<Int>] = []
    var next = whole.lowerBound
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= whole.upperBound { gaps.append(next...whole.upperBound) }
    return gaps
  }
}
