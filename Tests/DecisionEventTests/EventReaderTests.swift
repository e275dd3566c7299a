import DecisionEvent
import Testing

/// Every canonical field over every shape of spec/events.md.
@Suite struct EventReaderTests {
  /// What each shape says; a field that is not named says nothing.
  private static let facts: [Character: [String: [String]]] = [
    "A": [
      "id": ["evt_001"], "timestamp": ["2026-04-22T14:30:00Z"], "user": ["jane.doe@company.com"],
      "user.email": ["jane.doe@company.com"], "team": ["legal"], "provider": ["openai"],
      "model": ["gpt-4o"], "outcome": ["modified"],
      "policies[].name": ["pii-filter", "disclaimer"],
      "policies[].verdict": ["allowed", "modified"], "input": ["What is GDPR?"],
      "output": ["A regulation."], "tokens.input": ["42"], "tokens.output": ["156"],
      "citations[]": ["GDPR Reference Guide v2.1"], "citations[].version": ["3"],
    ],
    "B": [
      "id": ["evt_abc123"], "type": ["chat"], "timestamp": ["2026-04-22T14:30:00Z"],
      "user": ["usr_def456"], "team": ["team_ghi789", "ghi789"], "model": ["gpt-4o"],
      "outcome": ["allowed"], "policies[].name": ["pii-detection", "output-redaction"],
      "tokens.input": ["150"], "tokens.output": ["320"], "cost": ["0.0047"],
      "citations[]": ["kb_asset_jkl012"],
    ],
    "C": [
      "id": ["c1"], "type": ["decision"], "timestamp": ["2026-04-22T14:30:00Z"],
      "outcome": ["blocked"], "reason": ["prompt_injection_detected"], "model": ["gpt-4o"],
      "provider": ["openai"], "config_version": ["0.2.0"],
    ],
    "D": [
      "id": ["d1"], "timestamp": ["2026-04-22T14:30:00Z"], "outcome": ["allowed"],
      "model": ["claude-3"], "provider": ["anthropic"], "tokens.input": ["10"],
      "tokens.output": ["20"], "policies[].name": ["pii_detection"],
      "policies[].verdict": ["redacted"], "gateway": ["gw_prod_east"], "user": ["usr_1"],
      "cost": ["0.01"],
    ],
    "E": [
      "id": ["b1f0c7e2-0000-4000-8000-000000000001"], "timestamp": ["2026-04-22T14:30:00Z"],
      "gateway": ["gw_eu"], "user": ["jdoe"], "provider": ["openai"], "model": ["gpt-4o"],
      "outcome": ["redacted"], "policies[].name": ["a", "b", "b"], "latency_ms": ["210"],
      "tokens.input": ["1"], "tokens.output": ["2"], "cost": ["0.01"],
    ],
    "F": [
      "id": ["f1"], "timestamp": ["2026-04-22T14:30:00Z"], "outcome": ["blocked"],
      "policies[].name": ["dlp"], "policies[].verdict": ["blocked"], "provider": ["openai"],
      "model": ["gpt-4o"], "gateway": ["gw_1"], "user": ["usr_2"], "org": ["org_3"],
    ],
    "G": [
      "id": ["g1"], "type": ["chat"], "conversation": ["conv_1"],
      "timestamp": ["2026-04-22T14:30:00.123Z"],
      "response_timestamp": ["2026-04-22T14:30:02.500Z"], "user": ["usr_9"],
      "user.email": ["ann@company.com"], "user.role": ["admin"], "team": ["finance"],
      "provider": ["openai"], "model": ["gpt-4o"], "config_version": ["0.3.0"],
      "input": ["in"], "output": [""], "policies[].name": ["pii-filter", "review"],
      "policies[].verdict": ["allowed", "escalated"], "policies[].reason": ["needs_review"],
      "outcome": ["escalated"], "reason": ["needs_review"], "tokens.input": ["12"],
      "tokens.output": ["0"], "cost": ["0.00003"], "citations[]": ["kb_asset_001", "kb_asset_002"],
      "citations[].version": ["1", "2"],
      "content_hashes": [#"{"input":"sha256:aa","output":"sha256:bb"}"#],
      "content_hashes.input": ["sha256:aa"], "content_hashes.output": ["sha256:bb"],
      "escalation.reviewer": ["bob@company.com"], "escalation.decision": ["approved"],
      "escalation.decided_at": ["2026-04-22T15:00:00Z"],
    ],
  ]

  @Test(arguments: Array("ABCDEFG")) func everyFieldSaysWhatTheShapeSays(shape: Character) throws {
    let event = try #require(SampleEvents.shapes[shape])
    let facts = try #require(Self.facts[shape])
    for field in CanonicalField.allCases where field != .escalation {
      let found = try values(field.rawValue, of: event)
      #expect(found == facts[field.rawValue, default: []], "\(shape): \(field.rawValue)")
    }
  }

  @Test(arguments: Array("ABCDEFG")) func fieldExistsWhereItHasAValue(shape: Character) throws {
    let event = try #require(SampleEvents.shapes[shape])
    let facts = try #require(Self.facts[shape])
    for field in CanonicalField.allCases where field != .escalation {
      var read = try ReadEvent(event) { $0.operand(field) }
      let exists = read.exists()
      #expect(exists == (facts[field.rawValue] != nil), "\(shape): \(field.rawValue)")
    }
  }

  @Test func wholeEscalationIsReadAsItStands() throws {
    let event = try #require(SampleEvents.shapes["G"])
    let found = try values("escalation", of: event)
    #expect(found.count == 1 && found.first?.hasPrefix(#"{"reviewer":"bob"#) == true)
  }

  @Test(arguments: Array("ABCDEFG")) func timesOfAllShapesAreRead(shape: Character) throws {
    let event = try #require(SampleEvents.shapes[shape])
    var read = try ReadEvent(event) { $0.operand(.timestamp) }
    let time = read.time()
    let nanoseconds: Int32 = shape == "G" ? 123_000_000 : 0
    #expect(time == Timestamp(seconds: 1_776_868_200, nanoseconds: nanoseconds))
  }
}
