public import Bytes
public import Stages

extension RedactionRequest {
  /// The request that options make, on top of the policy in `file` where there is one.
  ///
  /// - Throws: `usage`: a policy that can't be read, or a rule that can't be taken.
  public init(policy file: Path?, options: RuleSettings) throws(Problem) {
    let policy = if let file { try Policy.read(file) } else { RuleSettings() }
    do throws(RuleProblem) {
      try self.init(policy: policy, options: options)
    } catch {
      guard let kind = error.subject else { throw Problem(.usage, error.reason) }
      guard let file, policy.operators[kind] != nil,
        options.operators[kind] == nil
      else { throw error.problem(of: "--with") }
      throw error.problem(in: Quoting.escaped("\(file.text): with_kind.\(kind)"))
    }
    guard
      policy.detection != nil || options.detection != nil || !fieldRules.isEmpty
        || !userKinds.isEmpty
    else {
      let place = file.map { "\(Quoting.escaped($0.text)): " } ?? ""
      throw Problem(
        .usage,
        "\(place)no rule: say with --detect what is looked for, such as all, pii or secrets, or give a "
          + "pattern, words, a rule for a field, or a policy; --detect none looks for nothing")
    }
  }

  /// The request that options make, on top of a policy where there is one.
  ///
  /// What options say is added to the policy, and wins where both say something. The rules come in
  /// one order, whatever order they were given in: the same rules are the same request.
  ///
  /// - Throws: an operator of an unknown kind, or that its kind does not take; too many kinds of
  ///   one's own.
  public init(
    policy: RuleSettings = RuleSettings(), options: RuleSettings
  ) throws(RuleProblem) {
    self.init()
    kinds = Self.kinds(policy, options)
    fields = Self.fields(policy.fields + options.fields)
    minimumConfidence = options.minimumConfidence ?? policy.minimumConfidence ?? 2
    folds = options.folds ?? policy.folds ?? false
    usualOperator = options.usualOperator ?? policy.usualOperator ?? .replace(.usual)
    operators = policy.operators.merging(options.operators) { $1 }
    fieldRules = Self.rules(policy.fieldRules, options.fieldRules)
    addUserKinds(policy, options)
    allowed = Self.allowed(policy.allowed + options.allowed)
    contentHashes = options.contentHashes ?? policy.contentHashes ?? .withhold
    try checkOperators()
  }

  private static func kinds(_ policy: RuleSettings, _ options: RuleSettings) -> UInt64 {
    let base = policy.detection?.kinds(besides: nil)
    return options.detection?.kinds(besides: base) ?? base ?? 0
  }

  /// Each selector once, by its canonical spelling; `*` is all of them.
  private static func fields(_ given: [FieldSelector]) -> [FieldSelector] {
    if let all = given.first(where: { $0.target == .everything }) { return [all] }
    return sorted(given.isEmpty ? FieldSelector.usual : given, by: \.canonicalText)
  }

  private static func rules(_ policy: [FieldRule], _ options: [FieldRule]) -> [FieldRule] {
    // The first one with a spelling stays: the options' one. Of two that select the same value,
    // the later one has it: the more particular one.
    let rules = sorted(options + policy, by: \.field.canonicalText)
    return (0...(rules.map(\.field.generality).max() ?? 0)).reversed().flatMap { generality in
      rules.filter { $0.field.generality == generality }
    }
  }

  private mutating func addUserKinds(_ policy: RuleSettings, _ options: RuleSettings) {
    let taken = Set(options.patterns.map(\.name) + options.wordLists.map(\.name))
    patterns = Self.sorted(
      options.patterns + policy.patterns.filter { !taken.contains($0.name) }, by: \.name)
    wordLists = Self.sorted(
      options.wordLists + policy.wordLists.filter { !taken.contains($0.name) }, by: \.name)
  }

  /// Suffixes compare in any case, so they are kept in one.
  private static func allowed(_ given: [[UInt8]]) -> [[UInt8]] {
    let entries = given.map { entry in
      entry.first == UInt8(ascii: "@") || entry.first == .dot ? entry.map(\.lowercased) : entry
    }
    return Set(entries).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The elements by a key, each key once: its first element stays.
  private static func sorted<Element>(
    _ elements: [Element], by key: (Element) -> String
  ) -> [Element] {
    var seen: Set<[UInt8]> = []
    // Keys as bytes: texts that look alike are different fields.
    return elements.map { (key: Array(key($0).utf8), element: $0) }
      .filter { seen.insert($0.key).inserted }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.element)
  }
}

extension RedactionRequest {
  /// The names of the user's own kinds.
  var userKinds: [String] { patterns.map(\.name) + wordLists.map(\.name) }

  /// The most kinds that a user can add.
  private static let userKindLimit = Int(UInt8.max) - Int(Hit.firstUserKind) + 1

  private func checkOperators() throws(RuleProblem) {
    guard userKinds.count <= Self.userKindLimit else {
      throw RuleProblem("more than \(Self.userKindLimit) patterns and word lists")
    }
    for (name, action) in operators.sorted(by: { $0.key < $1.key }) {
      guard KindTable.entry(named: name) != nil || userKinds.contains(name) else {
        throw RuleProblem(KindName.unknown(name, besides: userKinds), about: name)
      }
      guard action != .truncate || name == "IP_ADDRESS" else {
        throw RuleProblem("truncate is for IP_ADDRESS; use mask or replace", about: name)
      }
    }
  }

  /// Whether pseudonyms may be made, which takes a key.
  public var needsKey: Bool {
    usualOperator == .pseudonym || operators.values.contains(.pseudonym)
      || fieldRules.contains { $0.action == .pseudonymize }
  }
}
