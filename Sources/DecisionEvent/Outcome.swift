import Bytes

/// What a policy, or all of them together, decided: the canonical words of spec/events.md.
///
/// Raw values order them by severity, the least severe first.
public enum Outcome: UInt8, CaseIterable, Comparable, Sendable {
  /// Let through.
  case allowed
  /// Let through and marked.
  case flagged
  /// Let through with changes.
  case modified
  /// Let through with parts taken out.
  case redacted
  /// Handed to a person.
  case escalated
  /// Stopped.
  case blocked

  /// Orders by severity.
  public static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

  /// The canonical word.
  public var name: String {
    switch self {
    case .allowed: "allowed"
    case .flagged: "flagged"
    case .modified: "modified"
    case .redacted: "redacted"
    case .escalated: "escalated"
    case .blocked: "blocked"
    }
  }

  /// Every spelling of the field, in lower case.
  public static let spellings: [(word: StaticString, outcome: Outcome)] = [
    ("allowed", .allowed), ("allow", .allowed), ("pass", .allowed), ("passed", .allowed),
    ("request", .allowed),
    ("blocked", .blocked), ("block", .blocked), ("deny", .blocked), ("denied", .blocked),
    ("redacted", .redacted), ("redact", .redacted),
    ("modified", .modified), ("modify", .modified), ("rewrite", .modified),
    ("rewritten", .modified),
    ("escalated", .escalated), ("escalate", .escalated),
    ("flagged", .flagged), ("flag", .flagged), ("warn", .flagged),
  ]

  /// The outcome that a word spells in any case, or nil for an unknown word.
  public init?(_ word: Span<UInt8>) {
    guard let outcome = Self.find(word) else { return nil }
    self = outcome
  }

  /// The same for a text.
  public init?(_ word: String) {
    let bytes = Array(word.utf8)
    self.init(bytes.span)
  }

  private static func find(_ word: Span<UInt8>) -> Outcome? {
    guard word.count >= 4, word.count <= 9 else { return nil }
    for entry in spellings
    where entry.word.utf8CodeUnitCount == word.count
      && ByteScan.hasWord(word, ignoringCaseOf: entry.word)
    {
      return entry.outcome
    }
    return nil
  }
}
