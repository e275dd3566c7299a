import Testing

@testable import Checking

@Suite struct DecisionChecksTests {
  @Test(
    arguments: [
      (#"{"id":"a","decision":"allowed"}"#, "passed 1"),
      (#"{"id":"a","event_type":"blocked"}"#, "passed 1"),
      (#"{"id":"a","policies_evaluated":[{"name":"p","verdict":"deny"}]}"#, "passed 1"),
      (#"{"id":"a","decision":"odd"}"#, "passed 1"),
      (#"{"id":"a","decision":" "}"#, "failed 1 of 1: no outcome 1: a@1"),
      (#"{"id":"a","decision":null}"#, "failed 1 of 1: no outcome 1: a@1"),
      (#"{"decision":{"x":1}}"#, "failed 1 of 1: no outcome 1: @1"),
      (#"{"id":"a","event_type":"chat"}"#, "failed 1 of 1: no outcome 1: a@1"),
    ])
  func anOutcomeIsAnyWord(event: String, expected: String) throws {
    #expect(try text(of: .outcome, on: [event]) == expected)
  }

  @Test(
    arguments: [
      (#"{"id":"a","policies_evaluated":["p"]}"#, true),
      (#"{"id":"a","policies_applied":["p"]}"#, true),
      (#"{"id":"a","policies_triggered":["p"]}"#, true),
      (#"{"id":"a","policy_name":"dlp","event_type":"blocked"}"#, true),
      (#"{"id":"a","policies_evaluated":[{"verdict":"pass"},{"name":"p"}]}"#, true),
      (#"{"id":"a","policies_evaluated":[{"verdict":"pass"}]}"#, false),
      (#"{"id":"a","policies_evaluated":[{"name":"","verdict":"pass"}]}"#, false),
      (#"{"id":"a","policies_evaluated":[]}"#, false), (#"{"id":"a"}"#, false),
    ])
  func aPolicyHasAName(event: String, passes: Bool) throws {
    let expected = passes ? "passed 1" : "failed 1 of 1: no policy 1: a@1"
    #expect(try text(of: .policies, on: [event]) == expected)
  }

  @Test(
    arguments: [
      (#"{"id":"a","verdict":"block","reason_code":"x"}"#, "passed 1"),
      (#"{"id":"a","verdict":"escalate","reason":"x"}"#, "passed 1"),
      (
        #"{"id":"a","verdict":"deny","policies_evaluated":[{"name":"p","reason":"x"}]}"#,
        "passed 1"
      ),
      (#"{"id":"a","verdict":"block","reason":""}"#, "failed 1 of 1: no reason 1: a@1"),
      (#"{"id":"a","verdict":"escalated"}"#, "failed 1 of 1: no reason 1: a@1"),
      (#"{"id":"a","verdict":"allow"}"#, "nothing to look at"),
      (#"{"id":"a","verdict":"redact"}"#, "nothing to look at"),
    ])
  func blockedAndEscalatedEventsSayWhy(event: String, expected: String) throws {
    #expect(try text(of: .reasons, on: [event]) == expected)
  }

  @Test(
    arguments: [
      (#""verdict":"allow""#, "nothing to look at"),
      (
        #""verdict":"escalate""#,
        "failed 1 of 1: no reviewer 1, no decision 1, no time of decision 1: a@1"
      ),
      (
        #""verdict":"allow","escalation":{}"#,
        "failed 1 of 1: no reviewer 1, no decision 1, no time of decision 1: a@1"
      ),
      (#""verdict":"allow","escalation":null"#, "nothing to look at"),
      (
        #""escalation":{"reviewer":"r","decision":"ok","decided_at":"2026-01-01T00:00:00Z"}"#,
        "passed 1"
      ),
      (
        #""escalation":{"reviewer":"r","decision":"ok","decided_at":"yesterday"}"#,
        "failed 1 of 1: no time of decision 1: a@1"
      ),
      (
        #""escalation":{"reviewer":"r","decision":"","decided_at":"2026-02-30"}"#,
        "failed 1 of 1: no decision 1, no time of decision 1: a@1"
      ),
    ])
  func escalationsShowWhoWhatAndWhen(members: String, expected: String) throws {
    #expect(try text(of: .escalations, on: [#"{"id":"a",\#(members)}"#]) == expected)
  }
}
