import Bytes
import Digests
import Stages

/// Compares the leaves of a stream with those of the log, one after the other (spec/integrity.md,
/// section 4).
///
/// While they agree it keeps nothing but a place in the file. On the first one that does not, the
/// leaves are loaded and everything from there on is diagnosed at the end.
struct LeafComparison: ~Copyable {
  private var leaves: LeafFile
  /// How many events the export has; behind them in the file is the seal's leaf.
  private let count: Int
  private let first: Int
  private var diagnosis: Diagnosis?
  /// How many events agreed before the first one that did not.
  private(set) var agreed = 0
  /// How many events were compared.
  private(set) var compared = 0

  /// A comparison with the leaves of a file, the last of which is the seal's; `first` is the index
  /// of the first one.
  init(_ leaves: consuming LeafFile, first: Int) {
    count = max(0, leaves.count - 1)
    self.leaves = leaves
    self.first = first
  }

  /// Compares the next event's leaf; gives its index in the log where all events so far agree.
  @discardableResult
  mutating func next(_ leaf: Digest256) throws(Problem) -> Int? {
    compared += 1
    if diagnosis == nil {
      if agreed < count, try leaves.next() == leaf {
        agreed += 1
        return first + agreed - 1
      }
      try begin()
    }
    diagnosis?.add(leaf, line: compared)
    return nil
  }

  /// Notes a line that can't be read, unless the log has what stands in its place.
  mutating func next(refused reason: String, wrapped: Digest256?) throws(Problem) {
    compared += 1
    if diagnosis == nil {
      if let wrapped, agreed < count, try leaves.next() == wrapped {
        agreed += 1
        return
      }
      try begin()
    }
    diagnosis?.add(refused: reason, wrapped: wrapped, line: compared)
  }

  /// Whether all events so far agree.
  var isAgreeing: Bool { diagnosis == nil }

  private mutating func begin() throws(Problem) {
    guard count <= Diagnosis.maximumCount else {
      throw Problem(.failure, "leaves: more than \(Diagnosis.maximumCount), too many to name lines")
    }
    var diagnosis = Diagnosis(firstIndex: first)
    try leaves.seek(to: 0)
    while leaves.position < count, let leaf = try leaves.next() { diagnosis.expect(leaf) }
    diagnosis.begin(agreeing: agreed, lastLine: agreed)
    self.diagnosis = diagnosis
  }

  /// Hands what is found to `body`, by line.
  mutating func finish(_ body: (Finding) -> Void) throws(Problem) {
    if diagnosis == nil {
      guard agreed < count else { return }
      try begin()
    }
    if let diagnosis = diagnosis.take() { diagnosis.finish(body) }
  }
}
