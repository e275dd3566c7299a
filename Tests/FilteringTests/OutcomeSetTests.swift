import Bytes
import DecisionEvent
import Testing

@testable import Filtering

/// spec/events.md, "Verdicts".
@Suite struct OutcomeSetTests {
  @Test(
    arguments: [
      (["passed"], [.allowed, .flagged]), (["PASSED"], [.allowed, .flagged]),
      (["modified"], [.modified, .redacted]), (["=modified"], [.modified]),
      (["=passed"], [.allowed]),
      (["pass"], [.allowed]), (["rewrite"], [.modified]),
      (["deny", "warn"], [.blocked, .flagged]),
      (["Block"], [.blocked]), (["bl*"], [.blocked]), (["*ed"], Outcome.allCases),
      (["strange"], []),
      (["=blocked"], [.blocked]), ([], []),
    ] as [([String], [Outcome])])
  func consoleWordsHaveTheirWiderSense(values: [String], expected: [Outcome]) {
    let set = OutcomeSet(values, wording: .console)
    for outcome in Outcome.allCases {
      #expect(set.contains(outcome) == expected.contains(outcome), "\(outcome)")
    }
    #expect(!set.isEverything)
  }

  @Test(
    arguments: [
      (["passed"], [.allowed]), (["modified"], [.modified]), (["=modified"], [.modified]),
      (["redact"], [.redacted]),
    ] as [([String], [Outcome])])
  func policyWordsMeanThemselves(values: [String], expected: [Outcome]) {
    let set = OutcomeSet(values, wording: .exact)
    #expect(Outcome.allCases.filter { set.contains($0) } == expected)
  }

  @Test(arguments: ["all", "ALL", "All"]) func allIsNoTest(word: String) {
    #expect(OutcomeSet([word], wording: .console).isEverything)
    #expect(OutcomeSet(["blocked", word], wording: .exact).isEverything)
  }

  @Test(arguments: [
    ("strange", "strange", true), ("strange", "Strange", false), ("strange", "strangely", false),
    ("str*", "strange", true), ("blocked", "strange", false), ("=strange", "strange", true),
  ])
  func unknownWordMatchesOnlyItself(value: String, word: String, expected: Bool) {
    let set = OutcomeSet([value], wording: .console)
    let bytes = Array(word.utf8)
    let contains = set.contains(bytes.span)
    #expect(contains == expected)
  }
}
