import DecisionEvent
import Testing

/// Policies and the event's outcome by spec/events.md, "Dictionary" and "Verdicts".
@Suite struct EventReaderPoliciesTests {
  @Test(
    arguments: [
      (#"{"policy_outcome":"allowed","verdict":"block"}"#, "allowed"),
      (#"{"verdict":"block","decision":"allowed"}"#, "blocked"),
      (#"{"decision":"redact","action":"block"}"#, "redacted"),
      (#"{"action":"deny","event_type":"escalated"}"#, "blocked"),
      (#"{"event_type":"escalated"}"#, "escalated"), (#"{"event_type":"request"}"#, "allowed"),
      (#"{"event_type":"redacted"}"#, "redacted"), (#"{"event_type":"chat"}"#, nil),
      (#"{"event_type":"decision","verdict":"WARN"}"#, "flagged"),
      (#"{"policy_outcome":null,"verdict":"pass"}"#, "allowed"),
      (#"{"policy_outcome":{"a":1},"verdict":"pass"}"#, "allowed"),
      (#"{"policy_outcome":"quarantined","verdict":"pass"}"#, "quarantined"),
      (#"{"policy_outcome":"bl\u006fcked"}"#, "blocked"), ("{}", nil),
      (#"{"type":"blocked"}"#, nil), (#"{"decision":"Rewritten"}"#, "modified"),
    ] as [(String, String?)])
  func outcomeIsSaidByTheFirstOfItsMembers(event: String, expected: String?) throws {
    #expect(try outcome(of: event) == expected)
  }

  @Test(
    arguments: [
      (["pass", "block"], "blocked"), (["block", "pass"], "blocked"),
      (["escalate", "redact"], "escalated"),
      (["modified", "redacted"], "redacted"), (["flagged", "modify"], "modified"),
      (["pass", "warn"], "flagged"), (["pass"], "allowed"), ([], nil),
      (["pass", "strange"], "allowed"), (["strange"], "strange"), (["odd", "BLOCKED"], "blocked"),
    ] as [([String], String?)])
  func severestPolicyIsTheOutcomeWhereNothingElseSaysIt(
    verdicts: [String], expected: String?
  ) throws {
    for member in ["verdict", "result"] {
      let list = verdicts.map { "{\"name\":\"p\",\"\(member)\":\"\($0)\"}" }.joined(separator: ",")
      let event = "{\"event_type\":\"chat\",\"policies_evaluated\":[\(list)]}"
      #expect(try outcome(of: event) == expected)
    }
  }

  @Test(
    arguments: [
      (
        #"{"policies_evaluated":[{"name":"a","verdict":"pass"},{"verdict":"block","name":"b"}]}"#,
        ["a=pass", "b=block"]
      ),
      (#"{"policies_evaluated":[{"name":"a","result":"redacted"}]}"#, ["a=redacted"]),
      (#"{"policies_evaluated":[{"result":"pass","name":"a","verdict":"block"}]}"#, ["a=block"]),
      (#"{"policies_evaluated":[{"result":"pass","name":"a","verdict":null}]}"#, ["a=pass"]),
      (#"{"policies_evaluated":["a","b"]}"#, ["a=", "b="]),
      (#"{"policies_evaluated":["a",{"name":"b","verdict":"pass"}]}"#, ["a=", "b=pass"]),
      (#"{"policies_applied":["a","b"]}"#, ["a=", "b="]),
      (#"{"policies_triggered":["a"]}"#, ["a="]),
      (#"{"policies_evaluated":["a","b"],"policies_triggered":["b"]}"#, ["a=", "b=", "b="]),
      (
        #"{"policies_evaluated":[{"name":"a","verdict":"pass"}],"policies_triggered":["b"]}"#,
        ["a=pass", "b="]
      ),
      (
        #"{"policies_triggered":["b"],"policies_evaluated":[{"name":"a","verdict":"pass"}]}"#,
        ["a=pass", "b="]
      ),
      (#"{"policy_name":"dlp","action":"block"}"#, ["dlp=block"]),
      (#"{"policy_name":"dlp","event_type":"escalated"}"#, ["dlp=escalated"]),
      (#"{"policy_name":"dlp","event_type":"chat"}"#, ["dlp="]),
      (#"{"policies_evaluated":[{"name":"a"},{"verdict":"pass"}]}"#, ["a=", "=pass"]),
      (#"{"policies_evaluated":[{"name":"a","name2":"x"},[],{},null]}"#, ["a="]),
      (#"{"policies_evaluated":[],"policies_applied":"a","policy_name":null}"#, []),
    ] as [(String, [String])])
  func policiesAreReadFromObjectsAndStrings(event: String, expected: [String]) throws {
    // The order of policies from different arrays is nobody's promise.
    #expect(try policies(of: event).sorted() == expected.sorted())
  }

  @Test func otherArraysDoNotComeBetweenPolicies() throws {
    let event = #"""
      {"citations":[{"asset":"x","version":1}],"policies_evaluated":[{"name":"a","verdict":"pass"}],
      "citations2":[1]}
      """#
    var read = try ReadEvent(event) { query in
      _ = query.operand(.citations)
      _ = query.operand(.citationVersion)
      return query.operand(.policyName)
    }
    let found = read.policies()
    #expect(found == ["a=pass"])
  }

  @Test func manyPoliciesAreReadInTheirOrder() throws {
    let list = (0..<300).map { "{\"name\":\"p\($0)\",\"verdict\":\"v\($0)\"}" }
    let event = "{\"policies_evaluated\":[\(list.joined(separator: ","))]}"
    #expect(try policies(of: event) == (0..<300).map { "p\($0)=v\($0)" })
  }

  @Test(
    arguments: [
      (#"{"policies_evaluated":[{"name":"a","verdict":"pass","reason":"r"}]}"#, ["allowed"], ["r"]),
      (#"{"policies_evaluated":[{"verdict":"Strange"}]}"#, ["Strange"], []),
      (#"{"policies_evaluated":[{"verdict":"\u0042lock"}]}"#, ["blocked"], []),
      (#"{"policies_triggered":["a"]}"#, [], []),
    ] as [(String, [String], [String])])
  func verdictsComeAsCanonicalWords(event: String, verdicts: [String], reasons: [String]) throws {
    #expect(try values("policies[].verdict", of: event) == verdicts)
    #expect(try values("policies[].reason", of: event) == reasons)
  }

  @Test func mappedPoliciesKeepNameAndVerdictTogether() throws {
    let map = """
      policies[].name = guardrails[].id
      policies[].verdict = guardrails[].state
      """
    let event = #"{"guardrails":[{"id":"a","state":"pass"},{"id":"b","state":"block"}]}"#
    #expect(try values("policies", of: event, map: map) == ["a", "b"])
    #expect(try outcome(of: event, map: map) == "blocked")
    #expect(try policies(of: event, map: map) == ["a=pass", "b=block"])
  }
}
