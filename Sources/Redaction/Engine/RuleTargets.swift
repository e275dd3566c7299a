import Bytes
import EventJSON

/// The values of one event that rules are about, each once: the first rule to name it has it.
struct RuleTargets: Sendable {
  /// A value and its rule.
  struct Item: Sendable {
    /// The value.
    let value: Field
    /// Its member's name; absent where it is an element.
    let name: Field
    /// The number of the rule.
    let rule: Int
  }

  private(set) var items: [Item] = []

  init() { items.reserveCapacity(16) }

  /// Forgets all targets and keeps the room.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Whether a value lies inside of one that a rule is about.
  func cover(_ value: Field) -> Bool {
    for index in items.indices
    where items[index].value.start <= value.start && value.end <= items[index].value.end {
      return true
    }
    return false
  }

  /// Adds a value that a rule is about; or with `expanding`, each text and number inside of it.
  mutating func add(
    _ value: Field, of line: Span<UInt8>, _ rule: Int, expanding: Bool,
    _ walk: inout ValueIterator
  ) {
    let name = MemberIterator.name(before: value, in: line)
    guard expanding, value.kind == .object || value.kind == .array else {
      return add(value, name, rule)
    }
    walk.begin(value, name: name)
    while let (inner, name) = walk.next(line) { add(inner, name, rule) }
  }

  private mutating func add(_ value: Field, _ name: Field, _ rule: Int) {
    for index in items.indices where items[index].value == value { return }
    items.append(Item(value: value, name: name, rule: rule))
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
