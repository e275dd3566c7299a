import Bytes
import DecisionEvent
import EventJSON

extension FieldSelector {
  /// Parses selectors separated by commas; a comma in double quotes is part of a name.
  ///
  /// - Throws: the selector that is none.
  public static func list(_ text: String) throws(RuleProblem) -> [FieldSelector] {
    var selectors: [FieldSelector] = []
    for part in RuleText.parts(text) { selectors.append(try parse(part)) }
    guard !selectors.isEmpty else { throw RuleProblem("expected a field", about: text) }
    return selectors
  }

  /// Parses one selector.
  static func parse(_ text: String) throws(RuleProblem) -> FieldSelector {
    let selector: FieldSelector
    do throws(Problem) {
      selector = try FieldSelector(text)
    } catch {
      throw RuleProblem(error.reason, about: text)
    }
    guard !selector.isReceipt else {
      throw RuleProblem(
        "a receipt is never searched, and changes with what the other rules change", about: text)
    }
    return selector
  }

  /// The one spelling that all spellings of this selector have.
  var canonicalText: String {
    switch target {
    case .everything: "*"
    case .canonical(let field): field.rawValue
    case .path(let segments): Self.rawPath(segments) ?? Self.pointer(segments)
    }
  }

  /// How much more than one value of a known place it may select.
  var generality: Int {
    switch target {
    case .everything: 1 << 10
    case .canonical: 1
    case .path(let segments):
      2 * segments.count { $0 == .anything || $0 == .elements }
    }
  }

  private static func rawPath(_ segments: [Segment]) -> String? {
    var path: [FieldPath.Segment] = []
    for segment in segments {
      switch segment {
      case .member(let name): path.append(.member(name))
      case .elements: path.append(.elements)
      case .anything, .numbered: return nil
      }
    }
    return ".\(FieldPath(segments: path))"
  }

  private static func pointer(_ segments: [Segment]) -> String {
    segments.map { segment in
      switch segment {
      case .anything, .elements: "/*"
      case .member(let name), .numbered(_, let name):
        "/\(escaped(name))"
      }
    }.joined()
  }

  private static func escaped(_ name: [UInt8]) -> String {
    var escaped = Output(capacity: name.count + 1)
    JSONPointer.append(name: name.span, to: &escaped)
    return String(copying: escaped.bytes)
  }
}

extension FieldRule {
  /// Parses `F,..`: a rule for each of the fields.
  ///
  /// - Throws: the selector that is none.
  public static func list(
    _ text: String, _ action: Operator
  ) throws(RuleProblem) -> [FieldRule] {
    var rules: [FieldRule] = []
    for selector in try FieldSelector.list(text) {
      rules.append(try checked(selector, action))
    }
    return rules
  }

  /// Parses `F=TEXT`.
  ///
  /// - Throws: a selector that is none, or no `=`.
  public static func replacement(_ text: String) throws(RuleProblem) -> FieldRule {
    guard let (field, value) = RuleText.assignment(text) else {
      throw RuleProblem("expected FIELD=TEXT", about: text)
    }
    return try checked(try FieldSelector.parse(field), .replace(Array(value.utf8)))
  }

  /// A rule for a field, which must not be the whole event.
  static func checked(
    _ selector: FieldSelector, _ action: Operator
  ) throws(RuleProblem) -> FieldRule {
    guard selector.target != .everything else {
      throw RuleProblem("a rule is for a field; '*' is the whole event", about: selector.text)
    }
    return FieldRule(selector, action)
  }
}
