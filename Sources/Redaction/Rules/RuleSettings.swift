import Bytes

/// What one source says about redaction, the options or a policy file; nil and empty where it says
/// nothing.
public struct RuleSettings: Sendable {
  /// Which built-in kinds are looked for.
  public var detection: DetectionTerms?
  /// Where they are looked for.
  public var fields: [FieldSelector] = []
  /// The lowest confidence that counts, 1 to 3.
  public var minimumConfidence: UInt8?
  /// Whether texts are folded before looking.
  public var folds: Bool?
  /// What becomes of hits whose kind has no operator of its own.
  public var usualOperator: HitOperator?
  /// The operators of single kinds, by name.
  public var operators: [String: HitOperator] = [:]
  /// What becomes of whole fields.
  public var fieldRules: [FieldRule] = []
  /// The user's patterns.
  public var patterns: [UserPattern] = []
  /// The user's word lists.
  public var wordLists: [UserWords] = []
  /// Values that are left alone, and suffixes.
  public var allowed: [[UInt8]] = []
  /// What becomes of the hash of a text that changed.
  public var contentHashes: ContentHashRule?

  /// Settings that say nothing.
  public init() {}

  /// Adds the value of `--with`: `OPERATOR`, or `KIND=OPERATOR`.
  ///
  /// - Throws: an unknown kind or operator.
  public mutating func addOperator(_ text: String) throws(RuleProblem) {
    guard let (name, value) = RuleText.assignment(text), Self.looksLikeKind(name) else {
      usualOperator = try HitOperator(text)
      return
    }
    operators[name] = try HitOperator(value)
  }

  /// Kinds are spelled in capital letters, operators in small ones.
  private static func looksLikeKind(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte.isLetter && byte.lowercased != byte || byte.isDigit || byte == UInt8(ascii: "_")
      }
  }

  /// Adds a rule for a field, which must be the source's only one for it.
  public mutating func addRule(_ rule: FieldRule) throws(RuleProblem) {
    guard !fieldRules.contains(where: { $0.field.target == rule.field.target }) else {
      throw RuleProblem("two rules for the same field", about: rule.field.text)
    }
    fieldRules.append(rule)
  }

  /// Adds a pattern, whose name must be the source's only one.
  public mutating func addPattern(_ pattern: UserPattern) throws(RuleProblem) {
    try checkFree(pattern.name)
    patterns.append(pattern)
  }

  /// Adds a list of words, whose name must be the source's only one.
  public mutating func addWords(_ words: UserWords) throws(RuleProblem) {
    try checkFree(words.name)
    wordLists.append(words)
  }

  private func checkFree(_ name: String) throws(RuleProblem) {
    guard !patterns.contains(where: { $0.name == name }),
      !wordLists.contains(where: { $0.name == name })
    else { throw RuleProblem("two patterns or word lists of the same name", about: name) }
  }
}
