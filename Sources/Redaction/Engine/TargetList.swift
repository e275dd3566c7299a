import Bytes
import EventJSON

/// The values of one event that rules are about, or that are looked through, in the order of the
/// line.
///
/// Invariant: once `settle` has run, none overlaps another. Of two rules for one value the one
/// added first has it; of a value inside of another, the outer one's.
struct TargetList: Sendable {
  /// A value and its rule.
  struct Item: Sendable {
    /// The value.
    let value: Field
    /// Its member's name; absent where it is an element.
    let name: Field
    /// The number of the rule; -1 where none is.
    let rule: Int
    /// How many were added before it.
    fileprivate let order: Int
  }

  private(set) var items: [Item] = []

  init() { items.reserveCapacity(16) }

  /// Forgets all targets and keeps the room.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Adds a value that is looked through.
  mutating func add(_ value: Field, of line: Span<UInt8>) {
    let name = MemberIterator.name(before: value, in: line)
    items.append(Item(value: value, name: name, rule: -1, order: items.count))
  }

  /// Adds a value that a rule is about; or with `expanding`, each text and number inside of it.
  mutating func add(
    _ value: Field, of line: Span<UInt8>, _ rule: Int, expanding: Bool,
    _ walk: inout ValueIterator
  ) {
    let name = MemberIterator.name(before: value, in: line)
    guard expanding, value.kind == .object || value.kind == .array else {
      return items.append(Item(value: value, name: name, rule: rule, order: items.count))
    }
    walk.begin(value, name: name)
    while let (inner, name) = walk.next(line) {
      items.append(Item(value: inner, name: name, rule: rule, order: items.count))
    }
  }

  /// Puts the targets in order and takes out those that others cover.
  mutating func settle() {
    SmallSort.sort(&items) { one, other in
      if one.value.start != other.value.start { return one.value.start < other.value.start }
      if one.value.end != other.value.end { return one.value.end > other.value.end }
      return one.order < other.order
    }
    var kept = 0
    for index in items.indices {
      let isFree =
        kept == 0
        || items[index].value.start >= items[kept - 1].value.end
          && items[index].value.start > items[kept - 1].value.start
      guard isFree else { continue }
      items[kept] = items[index]
      kept += 1
    }
    items.removeSubrange(kept...)
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
