import Testing

@testable import Transcripts

@Suite struct TurnReaderTests {
  /// What is told of one event's turn.
  private func turn(_ event: String) throws -> [String] {
    let found = try told([event])
    let first = try #require(found.firstIndex { $0.hasPrefix("turn") })
    let last = try #require(found.firstIndex(of: "end of turn"))
    return Array(found[first + 1..<last])
  }

  @Test func everythingIsToldInItsSection() throws {
    let event = """
      {"event_id":"e","timestamp":"2026-03-01T10:00:00Z","response_timestamp":"2026-03-01T10:00:02Z",\
      "user":{"id":"u","email":"u@x.example","role":"r"},"team":"t","org_id":"o","model":"p/m",\
      "input":"q","output":"a","policies_evaluated":[{"name":"n","verdict":"deny","reason":"w"}],\
      "policy_outcome":"block","reason_code":"c","citations":[{"asset":"k","version":3},"l"],\
      "usage":{"input_tokens":1,"output_tokens":2},"cost":0.10,"latency_ms":7,"escalation":\
      {"reviewer":"v","decision":"approved","decided_at":"later"},"gateway_id":"g","type":"chat",\
      "config_version":"2","request_id":"x","content_hashes":{"input":"h1","output":"h2"}}
      """
    #expect(
      try turn(event) == [
        "heading: time=2026-03-01T10:00:00Z responseTime=2026-03-01T10:00:02Z user=u "
          + "email=u@x.example role=r team=t organization=o model=m provider=p",
        "prompt: q", "answer: a", "decision: outcome=blocked reason=c",
        "policy: policyName=n policyVerdict=blocked policyReason=w",
        "citation: citation=k citationVersion=3", "citation: citation=l",
        "usage: inputTokens=1 outputTokens=2 cost=0.10 latency=7",
        "escalation: reviewer=v decision=approved decisionTime=later",
        "identity: id=e type=chat gateway=g configVersion=2 requestID=x inputHash=h1 "
          + "outputHash=h2 digest",
      ])
  }

  @Test func whatIsAbsentIsNotTold() throws {
    #expect(
      try turn("{}") == ["decision: outcome=not recorded", "identity: digest"])
    #expect(
      try turn(#"{"id":null,"user":"","input":null,"citations":[],"policies_applied":[]}"#)
        == ["decision: outcome=not recorded", "identity: digest"])
  }

  @Test func aUserWhoIsAnAddressIsToldOnce() throws {
    #expect(try turn(#"{"user":"a@b.example"}"#)[0] == "heading: user=a@b.example")
  }

  @Test func aTextThatIsNoneIsItsJSON() throws {
    let found = try turn(#"{"input":[{"role": "user"}],"output":17}"#)
    #expect(found.prefix(2) == [#"prompt as JSON: [{"role": "user"}]"#, "answer: 17"])
  }

  @Test func unknownWordsStayAsTheyAre() throws {
    let found = try turn(
      #"{"decision":"Sideways","policies_evaluated":[{"name":"p","verdict":"Up"}]}"#)
    #expect(
      found.prefix(2) == [
        "decision: outcome=Sideways", "policy: policyName=p policyVerdict=Up",
      ])
  }

  @Test func numbersAreSpelledAsTheyCame() throws {
    let found = try turn(
      #"{"id":12345678901234567890,"cost":1.10,"input_tokens":1e400,"output_tokens":-0}"#)
    #expect(found.contains("usage: inputTokens=1e400 outputTokens=-0 cost=1.10"))
    #expect(found.contains("identity: id=12345678901234567890 digest"))
  }
}
