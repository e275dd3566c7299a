import Bytes
import Digests

/// The groups of one kind, found by their keys; nothing is allocated for an event whose group is
/// known.
///
/// Invariant: `ends`, `totals` and `digests` have as many entries as each other; group `n` has the
/// key before `ends[n]`, and the word `n`.
public struct GroupTable: Sendable {
  /// How many groups are kept apart, and how many bytes their keys may have.
  struct Limits: Sendable {
    var groups = 100_000
    var bytes = 16 << 20
  }

  private let limits: Limits
  // Keyed, as keys come from data that may want them to collide.
  private let digestKey = DigestKey()
  private var digests = DigestTable()
  private var keys: [UInt8] = []
  private var ends: [Int] = []
  /// What is told of each group.
  public private(set) var totals: [GroupTotals] = []
  /// What is told of all events whose groups are over the limits.
  public private(set) var other = GroupTotals()

  /// An empty table.
  init(limits: Limits = Limits()) { self.limits = limits }

  /// What a group is found by.
  func digest(of key: Span<UInt8>) -> Digest128 { digestKey.digest(of: key) }

  /// Adds an event to the group of this digest, where there is one.
  mutating func add(_ figures: EventFigures, ifKnown digest: Digest128) -> Bool {
    guard let group = digests.word(of: digest) else { return false }
    totals[Int(group)].add(figures)
    return true
  }

  /// Whether a group whose key has so many bytes is kept apart from others.
  func hasRoom(forBytes count: Int) -> Bool {
    totals.count < limits.groups && count <= limits.bytes - keys.count
  }

  /// Adds an event to a new group, for which there is room.
  mutating func add(_ figures: EventFigures, to key: Span<UInt8>, digest: Digest128) {
    _ = digests.insert(digest, UInt64(totals.count))
    for offset in 0..<key.count { keys.append(key[offset]) }
    ends.append(keys.count)
    totals.append(GroupTotals())
    totals[totals.count - 1].add(figures)
  }

  /// Adds an event whose group is not kept apart.
  mutating func addToOther(_ figures: EventFigures) { other.add(figures) }

  /// Hands a group's key to `body`.
  public func withKey<Result>(_ group: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = group == 0 ? 0 : ends[group - 1]
    return body(keys.span.extracting(start..<ends[group]))
  }

  /// The groups in their order: the largest first, or by key, equal ones by key; those that begin
  /// with nothing come last where keys order.
  public func sorted(byKey isByKey: Bool) -> [Int] {
    totals.indices.sorted { left, right in
      if !isByKey, totals[left].events != totals[right].events {
        return totals[left].events > totals[right].events
      }
      return withKey(left) { first in
        withKey(right) { second in
          if isByKey, (first[0] == 0) != (second[0] == 0) { return second[0] == 0 }
          return GroupKey.compare(first, second) < 0
        }
      }
    }
  }
}
