import Bytes
import Digests
import Stages

/// Compares events with the log in the way that the evidence allows (spec/integrity.md, section 4).
struct LogMatch: ~Copyable {
  private var sequence: LeafComparison?
  private var subset: SubsetComparison?
  private var paths: PathComparison?
  private let isSubset: Bool
  private let evidence: Evidence
  private let all: ClosedRange<Int>?
  /// Whether the number of events is known.
  private let isCounted: Bool
  /// Whether an event could not be compared, so that what is missing may be that one.
  private var isBlind = false
  private var isCompared = false

  /// A comparison with an export; nil where neither leaves nor a checkpoint are at hand.
  ///
  /// - Parameter looksUp: whether each event's answer is asked for at once.
  init(
    _ evidence: Evidence, isSubset: Bool, looksUp: Bool
  ) throws(Problem) {
    let first = evidence.first
    var sequence: LeafComparison?
    var subset: SubsetComparison?
    var paths: PathComparison?
    if !isSubset, let leaves = try evidence.openLeaves() {
      sequence = LeafComparison(leaves, first: first)
    }
    if isSubset || looksUp, let leaves = try evidence.openLeaves() {
      subset = try SubsetComparison(leaves, first: first)
    }
    if sequence == nil, subset == nil, let checkpoint = evidence.checkpoint?.checkpoint {
      paths = PathComparison(
        checkpoint, seal: evidence.seal, leaf: evidence.sealLeaf,
        isSubset: isSubset)
    }
    isCounted = evidence.count != nil
    all = evidence.count.flatMap { $0 > 0 ? first...(first + $0 - 1) : nil }
    self.isSubset = isSubset
    self.evidence = evidence
    self.sequence = sequence
    self.subset = subset
    self.paths = paths
  }

  /// Compares the next event; gives whether it is the log's, and what there is to find already.
  mutating func next(
    _ leaf: EventLeaf, _ receipt: ReceiptPlace, line: Int, _ report: (Finding) -> Void
  ) throws(Problem) -> Bool {
    switch leaf {
    case .leaf(let leaf):
      isCompared = true
      let index = try sequence?.next(leaf) ?? nil
      if let reason = fault(of: receipt, leaf, index) {
        report(Finding(.refused, line: line, index: index, reason: reason))
        return false
      }
      if let finding = paths?.next(leaf, receipt, line: line) {
        report(finding)
        return false
      }
      guard let finding = subset?.next(leaf, line: line) else { return true }
      // In a sequence the diagnosis at the end names it.
      if isSubset { report(finding) }
      if sequence == nil, !isSubset {
        report(finding.code == .notInLog ? Finding(.inserted, line: line) : finding)
      }
      return false
    case .refused(let reason, let wrapped):
      try sequence?.next(refused: reason, wrapped: wrapped)
      if let wrapped, subset?.next(wrapped, line: line) == nil, subset != nil { return true }
      if sequence == nil { report(Finding(.refused, line: line, reason: reason)) }
      return false
    case .unknown:
      isBlind = true
      try loseOrder()
      return false
    }
  }

  /// From an event on that nothing is known of, the others are looked up one by one: whether it
  /// stands for one of the log's, and for which, can't be told.
  private mutating func loseOrder() throws(Problem) {
    guard let agreed = sequence?.agreed, sequence?.isAgreeing == true,
      let leaves = try evidence.openLeaves()
    else { return }
    subset = try SubsetComparison(leaves, first: evidence.first, shown: agreed)
    sequence = nil
  }

  /// What a receipt says falsely of the place of an event whose index is known; a path to an earlier
  /// root can't be told from a false one.
  private func fault(
    of receipt: ReceiptPlace, _ leaf: Digest256, _ index: Int?
  ) -> String? {
    guard let index, let checkpoint = evidence.checkpoint?.checkpoint else { return nil }
    if let told = receipt.index, told != index { return "index" }
    guard let path = receipt.path, receipt.size == checkpoint.size else { return nil }
    let isValid = InclusionProof.isValid(
      of: leaf, at: index, size: checkpoint.size, path: path, root: checkpoint.root)
    return isValid ? nil : "path"
  }

  /// Hands what is found at the end to `body`, gaps among it.
  mutating func finish(_ body: (Finding) -> Void) throws(Problem) {
    let isBlind = isBlind
    try sequence?.finish { finding in
      if !isBlind || finding.code != .removed { body(finding) }
    }
    if isSubset { subset?.eachGap { body(Finding(.gap, gap: $0)) } }
    paths?.finish(body)
  }

  /// Whether any event was compared with the log, or it is known to have none.
  var comparedAnything: Bool { isCompared || all == nil && isCounted && !isSubset }

  /// Whether nothing says how many events there must be before the first and behind the last one.
  var isOpenEnded: Bool {
    switch paths {
    case .some(let paths): paths.isOpenEnded
    case .none: false
    }
  }

  /// The indexes that the events have: all of the export's, but for a subset.
  var indexes: ClosedRange<Int>? {
    if isSubset, let shown = shown(of: subset) { return shown }
    switch paths {
    case .some(let paths): return paths.indexes
    case .none: return isSubset ? nil : all
    }
  }

  private func shown(of subset: borrowing SubsetComparison?) -> ClosedRange<Int>? {
    switch subset {
    case .some(let subset): subset.indexes
    case .none: nil
    }
  }
}
