import Bytes
import DecisionEvent

/// The outcomes that a `--verdict` or `--policy-verdict` lets through.
public struct OutcomeSet: Equatable, Sendable {
  /// The canonical ones.
  private(set) var outcomes: Set<Outcome> = []
  private var mask: UInt8 = 0
  /// Words that no table knows, compared as they are spelled.
  private(set) var words: [Pattern] = []
  /// Whether every event passes, one without an outcome included.
  private(set) var isEverything = false

  /// Which words have the console's wider sense.
  public enum Wording: Sendable {
    /// `passed` is allowed or flagged, `modified` is modified or redacted: of events.
    case console
    /// Each word means itself: of policies.
    case exact
  }

  /// The set that option values name (spec/events.md, "Verdicts").
  public init(_ values: [String], wording: Wording) {
    for value in values { add(value, wording) }
    for outcome in outcomes { mask |= 1 << outcome.rawValue }
  }

  private mutating func add(_ value: String, _ wording: Wording) {
    let isNarrow = value.hasPrefix("=")
    let word = isNarrow ? String(value.dropFirst()) : value
    let isConsole = wording == .console && !isNarrow
    switch word.lowercased() {
    case "all" where !isNarrow: isEverything = true
    case "passed" where isConsole: outcomes.formUnion([.allowed, .flagged])
    case "modified" where isConsole: outcomes.formUnion([.modified, .redacted])
    default:
      if let outcome = Outcome(word) {
        outcomes.insert(outcome)
        return
      }
      let pattern = Pattern(word)
      words.append(pattern)
      if !pattern.isLiteral { addMatches(of: pattern) }
    }
  }

  private mutating func addMatches(of pattern: Pattern) {
    // Spellings hold in any case, and so do patterns of them.
    let lowered = Pattern(pattern.text.lowercased())
    for entry in Outcome.spellings {
      let word = Array("\(entry.word)".utf8)
      if lowered.matches(word.span) { outcomes.insert(entry.outcome) }
    }
  }

  /// Whether a canonical outcome is in the set.
  func contains(_ outcome: Outcome) -> Bool { mask & 1 << outcome.rawValue != 0 }

  /// Whether an unknown word is in the set.
  func contains(_ word: Span<UInt8>) -> Bool {
    for pattern in words where pattern.matches(word) { return true }
    return false
  }
}
