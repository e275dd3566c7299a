import Bytes
import DecisionEvent
import EventJSON

/// What a test looks at and asks, in the words of `--explain`.
struct SelectionLabel: Sendable {
  let field: String
  let comparison: String
  let values: [String]

  init(_ field: String, _ comparison: String, _ values: [String]) {
    self.field = field
    self.comparison = comparison
    self.values = values
  }
}

/// A field that a test reads.
struct SelectedField {
  let name: String
  let operand: Operand
  /// For the model: the operand that reads it with its provider.
  var withProvider: Operand?
  let isTime: Bool
  let isOutcome: Bool
  let isRaw: Bool
  /// Whether one value has several spellings, all of which `!=` must differ from.
  let hasAlternates: Bool
}

/// Gathers the tests of a selection, and what they read.
struct SelectionCompiler {
  private(set) var query: EventQuery
  private(set) var tests: [Test] = []
  private(set) var labels: [SelectionLabel] = []
  private(set) var nodes: [SelectionNode] = []

  init(_ dictionary: EventDictionary) { query = EventQuery(dictionary) }

  /// Adds a node; gives its number.
  mutating func add(_ node: SelectionNode) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// Adds a test; gives its node's number.
  mutating func add(_ test: Test, _ label: SelectionLabel) -> Int {
    tests.append(test)
    labels.append(label)
    return add(.test(tests.count - 1))
  }

  /// Reads a canonical field.
  mutating func field(_ field: CanonicalField) -> SelectedField {
    SelectedField(
      name: field.rawValue, operand: query.operand(field),
      withProvider: field == .model ? query.modelWithProvider() : nil, isTime: field.isTime,
      isOutcome: field.isOutcome, isRaw: false,
      hasAlternates: field == .team || field == .model)
  }

  /// Reads a raw path.
  mutating func field(_ path: FieldPath) -> SelectedField {
    SelectedField(
      name: ".\(path)", operand: query.operand(path), isTime: false, isOutcome: false,
      isRaw: true, hasAlternates: false)
  }

  /// The operand that a value is compared with: a model's value with a "/" means both parts.
  private func operand(of field: SelectedField, for value: [UInt8]) -> Operand {
    guard let withProvider = field.withProvider, value.contains(.slash) else {
      return field.operand
    }
    return withProvider
  }

  /// Adds `field comparison literal`, any of the literals.
  mutating func addComparison(
    _ field: SelectedField, _ comparison: Comparison, _ literals: [Literal]
  ) -> Int {
    if comparison == .notEqual, field.hasAlternates {
      let equal = addComparison(field, .equal, literals)
      let present = add(.exists(field.operand), SelectionLabel(field.name, "exists", []))
      return add(.all([present, add(.not(equal))]))
    }
    var groups: [(operand: Operand, literals: [Literal])] = []
    for literal in literals {
      var operand = field.operand
      if case .string(let bytes, _) = literal { operand = self.operand(of: field, for: bytes) }
      if let index = groups.firstIndex(where: { $0.operand == operand }) {
        groups[index].literals.append(literal)
      } else {
        groups.append((operand, [literal]))
      }
    }
    return join(
      groups.map { group in
        add(
          .compare(group.operand, comparison, group.literals),
          SelectionLabel(field.name, comparison.rawValue, group.literals.map(\.description)))
      })
  }

  /// Adds `field contains text`.
  mutating func addContains(_ field: SelectedField, _ text: [UInt8]) -> Int {
    add(
      .contains(operand(of: field, for: text), WordFinder(text)),
      SelectionLabel(field.name, "contains", [String(decoding: text, as: UTF8.self)]))
  }

  /// Adds `any value of the field fits any pattern`.
  mutating func addPatterns(_ field: SelectedField, _ values: [String]) -> Int {
    let patterns = values.map(Pattern.init)
    let joined = patterns.filter { field.withProvider != nil && $0.literalBytes.contains(.slash) }
    let plain = patterns.filter { !joined.contains($0) }
    var nodes: [Int] = []
    func label(_ patterns: [Pattern]) -> SelectionLabel {
      SelectionLabel(field.name, "matches", patterns.map(\.text))
    }
    if !plain.isEmpty { nodes.append(add(.matches(field.operand, plain), label(plain))) }
    if let operand = field.withProvider, !joined.isEmpty {
      nodes.append(add(.matches(operand, joined), label(joined)))
    }
    return join(nodes)
  }

  /// Any of the nodes.
  mutating func join(_ nodes: [Int]) -> Int {
    nodes.count == 1 ? nodes[0] : add(.any(nodes))
  }
}
