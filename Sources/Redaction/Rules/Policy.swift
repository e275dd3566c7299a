public import Bytes
import EventJSON
public import Stages

/// Reads the policy file of an audience: all rules as one JSON object.
///
/// ```
///   {"description": "for the warehouse", "detect": ["all", "-IP_ADDRESS"], "in": ["input"],
///    "min_confidence": 2, "fold": false, "with": "replace", "with_kind": {"CREDIT_CARD": "mask"},
///    "fields": [{"field": "user.email", "pseudonymize": true}, {"field": ".x", "replace": "TEXT"}],
///    "patterns": {"EMPLOYEE_ID": "E[0-9]{6}"}, "words": {"NAMES": {"file": "names.txt"}},
///    "allow": ["@company.com"], "content_hashes": "withhold"}
/// ```
/// Every member may be missing; none may be unknown or stand twice.
public struct Policy {
  private static let names = [
    "description", "detect", "in", "min_confidence", "fold", "with", "with_kind", "fields",
    "patterns", "words", "allow", "content_hashes",
  ]

  private let reader: PolicyReader
  private var settings = RuleSettings()

  /// The settings of the policy in `file`, to which paths in it are relative.
  ///
  /// - Throws: `usage`: can't be read, or the member that is unknown or wrong.
  public static func read(_ file: Path) throws(Problem) -> RuleSettings {
    var policy = Policy(reader: try PolicyReader(file))
    for (name, value) in try policy.reader.members(of: policy.reader.root) {
      try policy.read(name, value)
    }
    return policy.settings
  }

  private init(reader: PolicyReader) { self.reader = reader }

  private mutating func read(_ name: String, _ value: PolicyReader.Value) throws(Problem) {
    switch name {
    case "description": _ = try reader.string(value)
    case "detect": settings.detection = try detection(value)
    case "in": settings.fields = try fields(value)
    case "min_confidence": settings.minimumConfidence = try confidence(value)
    case "fold": settings.folds = try reader.boolean(value)
    case "with": settings.usualOperator = try hitOperator(value)
    case "with_kind":
      for (kind, member) in try reader.members(of: value) {
        settings.operators[kind] = try hitOperator(member)
      }
    case "fields": try readRules(value)
    case "patterns": try readPatterns(value)
    case "words": try readWords(value)
    case "allow": settings.allowed = try allowed(value)
    case "content_hashes": settings.contentHashes = try contentHashes(value)
    default: throw unknown(name, value, among: Self.names)
    }
  }

  private func unknown(
    _ name: String, _ value: PolicyReader.Value, among names: [String]
  ) -> Problem {
    guard let nearest = NearestName.find(name, among: names) else {
      return reader.problem(value, "unknown; expected \(names.joined(separator: ", "))")
    }
    return reader.problem(value, "unknown; did you mean '\(nearest)'?")
  }

  private func detection(_ value: PolicyReader.Value) throws(Problem) -> DetectionTerms {
    var terms = DetectionTerms()
    let texts = try reader.strings(value)
    guard !texts.isEmpty else {
      throw reader.problem(value, "says nothing; [\"none\"] says that nothing is looked for")
    }
    for (text, element) in texts {
      try reader.check(element) { () throws(RuleProblem) in try terms.add(text) }
    }
    return terms
  }

  private func fields(_ value: PolicyReader.Value) throws(Problem) -> [FieldSelector] {
    var selectors: [FieldSelector] = []
    for (text, element) in try reader.strings(value) {
      selectors.append(
        try reader.check(element) { () throws(RuleProblem) in try FieldSelector.parse(text) })
    }
    guard !selectors.isEmpty else { throw reader.problem(value, "expected a field") }
    return selectors
  }

  private func confidence(_ value: PolicyReader.Value) throws(Problem) -> UInt8 {
    guard let confidence = UInt8(exactly: try reader.integer(value)), (1...3).contains(confidence)
    else { throw reader.problem(value, "expected 1, 2 or 3") }
    return confidence
  }

  private func hitOperator(_ value: PolicyReader.Value) throws(Problem) -> HitOperator {
    let text = try reader.string(value)
    return try reader.check(value) { () throws(RuleProblem) in try HitOperator(text) }
  }

  private func contentHashes(_ value: PolicyReader.Value) throws(Problem) -> ContentHashRule {
    guard let rule = ContentHashRule(rawValue: try reader.string(value)) else {
      let names = ContentHashRule.allCases.map(\.rawValue)
      throw reader.problem(value, "expected \(names.joined(separator: ", "))")
    }
    return rule
  }

  private mutating func readPatterns(_ value: PolicyReader.Value) throws(Problem) {
    for (name, member) in try reader.members(of: value) {
      let expression = try reader.string(member)
      try reader.check(member) { () throws(RuleProblem) in
        try settings.addPattern(try UserPattern(checking: name, expression: expression))
      }
    }
  }

  private mutating func readWords(_ value: PolicyReader.Value) throws(Problem) {
    for (name, member) in try reader.members(of: value) {
      let words = try list(member)
      try reader.check(member) { () throws(RuleProblem) in
        try settings.addWords(try UserWords(checking: name, words: words, from: name))
      }
    }
  }

  private func allowed(_ value: PolicyReader.Value) throws(Problem) -> [[UInt8]] {
    let entries = try list(value)
    return try reader.check(value) { () throws(RuleProblem) in
      try AllowedValues.checked(entries)
    }
  }

  /// Words: an array of strings, or `{"file": PATH}` with one a line.
  private func list(_ value: PolicyReader.Value) throws(Problem) -> [[UInt8]] {
    guard value.field.kind == .object else {
      return try reader.strings(value).map { Array($0.text.utf8) }
    }
    let members = try reader.members(of: value)
    guard members.count == 1, members[0].name == "file" else {
      throw reader.problem(value, "expected an array of strings, or {\"file\": PATH}")
    }
    let path = try reader.path(members[0].value)
    return try reader.check(members[0].value) { () throws(RuleProblem) in
      try RuleFile.lines(path)
    }
  }
}

extension Policy {
  private static let actions = ["drop", "null", "replace", "mask", "pseudonymize", "truncate"]

  /// Rules for fields: `{"field": F, "drop": true}`.
  private mutating func readRules(_ value: PolicyReader.Value) throws(Problem) {
    for rule in try reader.elements(of: value, "an array of rules") {
      let members = try reader.members(of: rule)
      guard let field = members.first(where: { $0.name == "field" })?.value, members.count == 2,
        let action = members.first(where: { $0.name != "field" })
      else {
        throw reader.problem(
          rule, "expected 'field' and one of \(Self.actions.joined(separator: ", "))")
      }
      let selector = try reader.string(field)
      let operation = try self.action(action.name, action.value)
      try reader.check(rule) { () throws(RuleProblem) in
        try settings.addRule(
          try FieldRule.checked(try FieldSelector.parse(selector), operation))
      }
    }
  }

  private func action(
    _ name: String, _ value: PolicyReader.Value
  ) throws(Problem) -> FieldRule.Operator {
    if name == "replace" { return .replace(Array(try reader.string(value).utf8)) }
    if name == "mask", value.field.isString {
      let text = try reader.string(value)
      return .mask(try reader.check(value) { () throws(RuleProblem) in try MaskShape(text) })
    }
    guard Self.actions.contains(name) else { throw unknown(name, value, among: Self.actions) }
    guard try reader.boolean(value) else { throw reader.problem(value, "expected true") }
    switch name {
    case "drop": return .drop
    case "null": return .null
    case "mask": return .mask(MaskShape())
    case "pseudonymize": return .pseudonymize
    default: return .truncate
    }
  }
}
