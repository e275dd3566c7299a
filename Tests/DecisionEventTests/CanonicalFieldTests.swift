import DecisionEvent
import Testing

@Suite struct CanonicalFieldTests {
  /// The first column of the dictionary of spec/events.md.
  @Test(arguments: [
    "id", "type", "timestamp", "response_timestamp", "conversation", "request_id", "user",
    "user.email", "user.role", "team", "org", "provider", "model", "gateway", "config_version",
    "outcome", "policies[].name", "policies[].verdict", "policies[].reason", "reason", "input",
    "output", "tokens.input", "tokens.output", "cost", "latency_ms", "citations[]",
    "content_hashes", "escalation",
  ])
  func everyNameOfTheDictionaryIsKnown(name: String) {
    #expect(CanonicalField(name: name)?.rawValue == name)
  }

  @Test(arguments: [
    ("policies", CanonicalField.policyName), ("policies.verdict", .policyVerdict),
    ("policies.reason", .policyReason), ("citations", .citations),
    ("citations.version", .citationVersion),
  ])
  func bracketsMayBeLeftOut(name: String, field: CanonicalField) {
    #expect(CanonicalField(name: name) == field)
  }

  @Test(arguments: [
    "", "Team", "event_id", "user.name", ".team", "team ", "verdict", "policies[]x",
  ])
  func otherNamesAreUnknown(name: String) { #expect(CanonicalField(name: name) == nil) }

  @Test func timesAndOutcomesAreMarked() {
    let times = CanonicalField.allCases.filter(\.isTime)
    #expect(times == [.timestamp, .responseTimestamp, .escalationTime])
    #expect(CanonicalField.allCases.filter(\.isOutcome) == [.outcome, .policyVerdict])
  }
}
