import Bytes
import EventJSON

/// The values of one event that rules are about, or that are looked through, in the order of the
/// line.
///
/// Of two rules that select one value the one added first has it. A rule for whole values has all
/// that is inside of them. A rule for texts and numbers has those inside of its value that no other
/// selected value holds more closely: so that a value that has become a text belongs to the rule
/// that made it one, and treating an event again changes nothing.
///
/// Invariant: once `settle` has run, none overlaps another.
struct TargetList: Sendable {
  /// A value and its rule.
  struct Item: Sendable {
    /// The value.
    let value: Field
    /// Its member's name; absent where it is an element.
    let name: Field
    /// The number of the rule; -1 where none is.
    let rule: Int
    /// Whether the rule is for the texts and numbers inside.
    fileprivate let expands: Bool
    /// How many were added before it.
    fileprivate let order: Int
  }

  private(set) var items: [Item] = []

  init() { items.reserveCapacity(16) }

  /// Forgets all targets and keeps the room.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Adds a value that is looked through, or that a rule is about; with `expanding` the rule is for
  /// each text and number inside of it.
  mutating func add(
    _ value: Field, of line: Span<UInt8>, _ rule: Int = -1, expanding: Bool = false
  ) {
    let isContainer = value.kind == .object || value.kind == .array
    let name = MemberIterator.name(before: value, in: line)
    items.append(
      Item(
        value: value, name: name, rule: rule, expands: expanding && isContainer,
        order: items.count))
  }

  /// Puts the targets in order, takes out those that others cover, and puts texts and numbers in the
  /// place of objects and arrays whose rules are for them.
  mutating func settle(_ line: Span<UInt8>, _ walk: inout ValueIterator) {
    sort()
    keepOwners()
    let count = items.count
    var hasExpanded = false
    for index in 0..<count where items[index].expands {
      expand(at: index, before: count, line, &walk)
      hasExpanded = true
    }
    guard hasExpanded else { return }
    items.removeAll { $0.expands }
    sort()
  }

  private mutating func sort() {
    SmallSort.sort(&items) { one, other in
      if one.value.start != other.value.start { return one.value.start < other.value.start }
      if one.value.end != other.value.end { return one.value.end > other.value.end }
      return one.order < other.order
    }
  }

  /// Leaves one item for a value, and none inside of one that a rule for whole values has.
  private mutating func keepOwners() {
    var kept = 0
    var coveredEnd = 0
    for index in items.indices {
      let item = items[index]
      let isSame = kept > 0 && item.value.start == items[kept - 1].value.start
      guard !isSame, item.value.start >= coveredEnd else { continue }
      if !item.expands { coveredEnd = item.value.end }
      items[kept] = item
      kept += 1
    }
    items.removeSubrange(kept...)
  }

  /// Adds the texts and numbers inside of an item that none of those after it, up to `count`, holds.
  private mutating func expand(
    at index: Int, before count: Int, _ line: Span<UInt8>, _ walk: inout ValueIterator
  ) {
    let owner = items[index]
    var next = index + 1
    walk.begin(owner.value, name: owner.name)
    while let (inner, name) = walk.next(line) {
      while next < count, items[next].value.end <= inner.start { next += 1 }
      if next < count, items[next].value.start <= inner.start { continue }
      items.append(
        Item(value: inner, name: name, rule: owner.rule, expands: false, order: items.count))
    }
  }

  /// Whether a value lies inside of one that a rule is about; once they are settled.
  func cover(_ value: Field) -> Bool {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].value.start <= value.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && value.end <= items[low - 1].value.end
  }
}

extension FieldRule.Operator {
  /// Whether it is for texts and numbers, so that of an object it means everything inside.
  var isForScalars: Bool {
    switch self {
    case .drop, .null, .replace: false
    case .mask, .pseudonymize, .truncate: true
    }
  }
}
