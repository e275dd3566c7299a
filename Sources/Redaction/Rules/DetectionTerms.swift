import Stages

/// Which built-in kinds are looked for, as one source says it: `all,-IP_ADDRESS`.
///
/// The order of the terms is no matter: what is left out is left out of all that is named, or of
/// what another source names, or where nobody names any of all kinds.
public struct DetectionTerms: Equatable, Sendable {
  private var named: UInt64 = 0
  private var leftOut: UInt64 = 0
  private var saysNone = false

  /// The bits of all built-in kinds.
  public static let everything = bits { _ in true }
  private static let groups: [(name: String, bits: UInt64)] = [
    ("all", everything), ("pii", bits { !$0.isSecret }), ("secrets", bits(where: \.isSecret)),
  ]

  /// Terms that say nothing yet.
  public init() {}

  /// Adds terms, separated by commas: `pii`, `secrets`, `all`, `none`, a kind, or `-` and one of
  /// them.
  ///
  /// - Throws: the term that is no kind, with the nearest name.
  public mutating func add(_ text: String) throws(RuleProblem) {
    let terms = RuleText.parts(text)
    guard !terms.isEmpty else {
      throw RuleProblem("expected kinds, such as all, pii or secrets", about: text)
    }
    for term in terms { try add(term: term) }
    guard !saysNone || named | leftOut == 0 else {
      throw RuleProblem("'none' says that nothing is looked for; it stands alone")
    }
  }

  private mutating func add(term: String) throws(RuleProblem) {
    if term == "none" {
      saysNone = true
    } else if term.hasPrefix("-") {
      leftOut |= try Self.bits(named: String(term.dropFirst()))
    } else {
      named |= try Self.bits(named: term)
    }
  }

  /// The kinds that are looked for, where another source looks for `others`; nil where none says.
  ///
  /// Each is the bit `1 << rawValue` of its `Kind`.
  public func kinds(besides others: UInt64?) -> UInt64 {
    if saysNone { return 0 }
    let base = others ?? (named == 0 ? Self.everything : 0)
    return (base | named) & ~leftOut
  }

  private static func bits(where isWanted: (Kind) -> Bool) -> UInt64 {
    Kind.allCases.reduce(0) { isWanted($1) ? $0 | 1 << UInt64($1.rawValue) : $0 }
  }

  private static func bits(named name: String) throws(RuleProblem) -> UInt64 {
    if let group = groups.first(where: { $0.name == name }) { return group.bits }
    if let entry = KindTable.entry(named: name) { return 1 << UInt64(entry.kind.rawValue) }
    throw RuleProblem(KindName.unknown(name, besides: groups.map(\.name) + ["none"]), about: name)
  }
}
