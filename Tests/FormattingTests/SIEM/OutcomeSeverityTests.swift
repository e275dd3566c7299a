import DecisionEvent
import Testing

@testable import Formatting

@Suite struct OutcomeSeverityTests {
  @Test func whatIsSevererIsNeverRankedLower() {
    let ranked = Outcome.allCases.filter { $0 != .flagged }.sorted()
    for (milder, severer) in zip(ranked, ranked.dropFirst()) {
      #expect(OutcomeSeverity.ofTen(milder) <= OutcomeSeverity.ofTen(severer))
      #expect(
        OutcomeSeverity.syslog(milder, hasWord: true)
          >= OutcomeSeverity.syslog(severer, hasWord: true))
    }
    // LEEF's scale begins with 1.
    #expect(Outcome.allCases.allSatisfy { 1...10 ~= OutcomeSeverity.ofTen($0) })
  }

  @Test func whatHasNoOutcomeIsInformational() {
    #expect(OutcomeSeverity.syslog(nil, hasWord: false) == 6)
    #expect(OutcomeSeverity.syslog(nil, hasWord: true) == 5)
  }
}
