import DecisionEvent
import Testing

/// spec/events.md, "Verdicts".
@Suite struct OutcomeTests {
  private static let table: [(outcome: Outcome, spellings: String)] = [
    (.allowed, "allow allowed pass passed request"), (.blocked, "block blocked deny denied"),
    (.redacted, "redact redacted"), (.modified, "modify modified rewrite rewritten"),
    (.escalated, "escalate escalated"), (.flagged, "flag flagged warn"),
  ]

  @Test func everySpellingIsKnownInAnyCase() {
    for (outcome, spellings) in Self.table {
      for word in spellings.split(separator: " ").map(String.init) {
        let mixed = word.enumerated()
          .map { $0.isMultiple(of: 2) ? $1.uppercased() : String($1) }.joined()
        for spelling in [word, word.uppercased(), word.capitalized, mixed] {
          #expect(Outcome(spelling) == outcome, "\(spelling)")
        }
      }
    }
  }

  @Test(arguments: [
    "", "a", "allowe", "allowedd", " allowed", "allowed ", "al lowed", "blok", "reject", "rejected",
    "error", "quarantine", "quarantined", "unknown", "=blocked", "b\u{131}ock", "warned", "none",
    "\u{FB02}ag", "pa\u{17F}s", "requested", "rewriten", "allow\0",
  ])
  func unknownWordHasNoOutcome(word: String) { #expect(Outcome(word) == nil) }

  @Test func severityOrdersOutcomes() {
    let expected: [Outcome] = [.allowed, .flagged, .modified, .redacted, .escalated, .blocked]
    #expect(Outcome.allCases.sorted() == expected)
    #expect(Outcome.allCases.count == Self.table.count)
  }

  @Test(arguments: Outcome.allCases) func nameIsASpellingOfItself(outcome: Outcome) {
    #expect(Outcome(outcome.name) == outcome)
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
