public import Digests

/// Names what became of the events of a log: which line was edited, removed, inserted, moved or
/// doubled (spec/integrity.md, section 4).
///
/// While lines and leaves agree nobody needs it. On the first line that does not, it is given all
/// leaves and told how many lines agreed, then the leaf of each line from that one on; `finish`
/// gives the findings. For example, for the leaves a b c d:
/// ```
///   lines a c x d     kept: a, c and d, a longest run of lines that ascend
///   removed index 1 after line 1, inserted line 3: b and x stand between other kept lines
/// ```
/// It takes about 30 bytes for each leaf and 12 for each line from the first disagreement on.
public struct Diagnosis: Sendable {
  /// How many leaves can be compared with.
  public static let maximumCount = LeafTable.maximumCount
  // What a line is, in the range of UInt32: an index below this,
  // this and an index where all events that are like the line were taken,
  private static let duplicate: UInt32 = 1 << 31
  // or one of these.
  private static let refused = UInt32.max - 1
  private static let unknown = UInt32.max

  private let firstIndex: Int
  private var leaves = LeafTable()
  private var agreed = 0
  private var matches: [UInt32] = []
  private var numbers = LineNumbers(after: 0)
  private var reasons: [(event: Int, reason: String)] = []

  /// A diagnosis whose first leaf is that of the event with an index in the log.
  public init(firstIndex: Int = 0) { self.firstIndex = firstIndex }

  /// Adds a leaf of the log behind those before; at most `maximumCount` can be added, all before
  /// `begin`.
  public mutating func expect(_ leaf: Digest256) { leaves.append(leaf) }

  /// Begins behind `count` lines that agree with as many leaves, the last one of them `lastLine`,
  /// or 0 where none does.
  public mutating func begin(agreeing count: Int = 0, lastLine: Int = 0) {
    agreed = count
    leaves.index(taking: count)
    numbers = LineNumbers(after: lastLine)
  }

  /// Adds the leaf of the event on a line, lines ascending.
  public mutating func add(_ leaf: Digest256, line: Int) {
    numbers.append(line)
    switch leaves.take(leaf) {
    case .taken(let index): matches.append(UInt32(index))
    case .used(let first): matches.append(Self.duplicate | UInt32(first))
    case .unknown: matches.append(Self.unknown)
    }
  }

  /// Adds a line that can't be read, and the code of why; `wrapped` is the leaf of the event that
  /// may have been committed to in its place, which then is no refused one.
  public mutating func add(refused reason: String, wrapped: Digest256? = nil, line: Int) {
    numbers.append(line)
    if let wrapped, case .taken(let index) = leaves.take(wrapped) {
      return matches.append(UInt32(index))
    }
    reasons.append((matches.count, reason))
    matches.append(Self.refused)
  }

  /// Hands the findings to `body`, by line; what is missing before a line stands before it.
  public consuming func finish(_ body: (Finding) -> Void) {
    let kept = IncreasingSubsequence.places(in: matches, below: Self.duplicate)
    var walk = Walk(missing: agreed)
    for place in kept {
      name(upTo: Int(place), index: Int(matches[Int(place)]), &walk, body)
      walk.event += 1
      walk.missing = Int(matches[Int(place)]) + 1
    }
    name(upTo: matches.count, index: leaves.count, &walk, body)
  }

  /// How far the findings are told.
  private struct Walk {
    /// The next event.
    var event = 0
    /// From where on indexes are looked for that no line shows.
    var missing: Int
    /// The next reason.
    var reason = 0
  }

  /// Tells the findings before a kept line, or the end.
  private func name(
    upTo end: Int, index limit: Int, _ walk: inout Walk, _ body: (Finding) -> Void
  ) {
    while walk.event < end {
      body(finding(before: limit, &walk))
      walk.event += 1
    }
    while let index = missing(before: limit, &walk) {
      body(Finding(.removed, index: index, afterLine: numbers[end - 1]))
    }
  }

  /// What there is to say of the next event, which is not kept.
  private func finding(before limit: Int, _ walk: inout Walk) -> Finding {
    let line = numbers[walk.event]
    let match = matches[walk.event]
    switch match {
    case Self.unknown:
      let index = missing(before: limit, &walk)
      return Finding(index == nil ? .inserted : .edited, line: line, index: index)
    case Self.refused:
      let reason = reasons[walk.reason].reason
      walk.reason += 1
      let index = missing(before: limit, &walk)
      return Finding(.refused, line: line, index: index, reason: reason)
    case Self.duplicate...:
      return Finding(
        .duplicate, line: line, index: firstIndex + Int(match - Self.duplicate))
    default:
      return Finding(.moved, line: line, index: firstIndex + Int(match))
    }
  }

  /// The next index in the log below a limit that no line shows.
  private func missing(before limit: Int, _ walk: inout Walk) -> Int? {
    while walk.missing < limit {
      walk.missing += 1
      if !leaves.isTaken(walk.missing - 1) { return firstIndex + walk.missing - 1 }
    }
    return nil
  }
}
