import Testing

@testable import Formatting

/// A record of CEF, taken apart by the rules of its standard and nothing of ours.
struct CEFRecord: Equatable {
  var header: [String] = []
  var values: [String: String] = [:]

  init?(_ line: some StringProtocol) {
    var rest = Substring(line).unicodeScalars
    for _ in 0..<7 {
      var field = String.UnicodeScalarView()
      while let scalar = rest.popFirst(), scalar != "|" {
        if scalar == "\\" {
          guard let next = rest.popFirst(), next == "\\" || next == "|" else { return nil }
          field.append(next)
        } else {
          field.append(scalar)
        }
      }
      header.append(String(field))
    }
    // A key is what stands before an '=' that no backslash escapes, back to a space.
    var key: String?
    var value: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []
    func text(_ part: some Sequence<(scalar: Unicode.Scalar, isEscaped: Bool)>) -> String {
      String(String.UnicodeScalarView(part.map(\.scalar)))
    }
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        guard let next = rest.popFirst() else { return nil }
        switch next {
        case "\\", "=": value.append((next, true))
        case "n": value.append(("\n", true))
        case "r": value.append(("\r", true))
        default: return nil
        }
      } else if scalar == "=" {
        let start = value.lastIndex { $0.scalar == " " && !$0.isEscaped }.map { $0 + 1 } ?? 0
        if let key {
          guard start > 0, values.updateValue(text(value[..<(start - 1)]), forKey: key) == nil
          else { return nil }
        }
        key = text(value[start...])
        value = []
      } else {
        value.append((scalar, false))
      }
    }
    if let key { values[key] = text(value) }
  }
}

@Suite struct CEFFormatTests {
  private func cef(_ events: [String], host: String? = nil, texts: Bool = false) throws -> String {
    try formatted(events) { CEFFormat(host: host, writesTexts: texts, in: &$0) }
  }

  private func record(
    _ event: String, host: String? = nil, texts: Bool = false
  ) throws -> CEFRecord {
    let written = try cef([event], host: host, texts: texts)
    #expect(written.hasSuffix("\n") && written.split(separator: "\n").count == 1)
    return try #require(CEFRecord(written.dropLast()))
  }

  @Test(arguments: [
    ("allowed", "1", "success"), ("flag", "4", "success"), ("Rewrite", "3", "success"),
    ("redact", "3", "success"), ("escalated", "6", nil), ("DENY", "7", "failure"),
  ])
  func anOutcomeMakesTheHeaderAndTheAction(word: String, severity: String, success: String?) throws
  {
    let record = try record(#"{"decision":"\#(word)"}"#)
    let outcome = try #require(record.values["act"])
    #expect(
      record.header
        == ["CEF:0", "kt", "decision-events", "1", outcome, "AI decision: \(outcome)", severity])
    #expect(record.values["outcome"] == success)
  }

  @Test func anEventWithoutAnythingStillIsARecord() throws {
    #expect(
      try cef(["{}"]) == "CEF:0|kt|decision-events|1|none|AI decision: none|Unknown|\n")
    #expect(try cef([]).isEmpty)
    #expect(try record("{}", host: "a b=c").values == ["dvchost": "a b=c"])
  }

  @Test func everyFieldHasItsKey() throws {
    let event = #"""
      {"event_id":"e1","type":"chat","timestamp":"2026-04-22T14:30:00.5Z",
      "response_timestamp":"2026-04-22T14:30:02Z","user":{"id":"u1","email":"a@b","role":"admin"},
      "team":"legal","org_id":"o","model":"openai/gpt-4o","gateway_id":"gw","conversation_id":"c",
      "request_id":"r","policy_outcome":"block","reason_code":"dlp","input":"in","output":"out",
      "policies_evaluated":[{"name":"pii","verdict":"pass"},{"name":"dlp","verdict":"deny"},"x"],
      "usage":{"input_tokens":12,"output_tokens":0},"latency_ms":7,"cost_usd":0.10}
      """#
    let record = try record(event, host: "h", texts: true)
    #expect(
      record.values == [
        "act": "blocked", "outcome": "failure", "rt": "1776868200500", "end": "1776868202000",
        "externalId": "e1", "cat": "chat", "reason": "dlp", "suid": "u1", "suser": "a@b",
        "spriv": "admin", "destinationServiceName": "openai", "deviceExternalId": "gw",
        "cs1Label": "team", "cs1": "legal", "cs2Label": "model", "cs2": "gpt-4o",
        "cs3Label": "policies", "cs3": "pii:allowed;dlp:blocked;x", "cs4Label": "conversation",
        "cs4": "c", "cs5Label": "org", "cs5": "o", "cs6Label": "requestId", "cs6": "r",
        "cn1Label": "inputTokens", "cn1": "12", "cn2Label": "outputTokens", "cn2": "0",
        "cn3Label": "latencyMs", "cn3": "7", "cfp1Label": "cost", "cfp1": "0.10",
        "ktInput": "in", "ktOutput": "out", "dvchost": "h",
      ])
  }

  @Test(arguments: ["1.5", "1e3", "1234567890123456789", "\"12 apples\"", "null", "{}", "[1]"])
  func aCustomNumberIsAWholeNumberOf64Bits(value: String) throws {
    #expect(try record(#"{"input_tokens":\#(value)}"#).values["cn1"] == nil)
  }

  @Test(arguments: ["1e400", "-0", "1.10", "12345678901234567890"])
  func costIsAsItIsSpelled(value: String) throws {
    #expect(try record(#"{"cost":\#(value)}"#).values["cfp1"] == value)
  }

  @Test(arguments: hostileTexts) func noTextBreaksOut(text: String, seen: String) throws {
    let event = #"{"id":\#(json("<\(text)>")),"decision":\#(json(text)),"team":"legal"}"#
    let record = try record(event)
    #expect(record.values["externalId"] == "<\(text == "  spaces  inside" ? text : seen)>")
    #expect(record.values["cs1"] == "legal")
    #expect(Set(record.values.keys) == ["act", "externalId", "cs1", "cs1Label"])
  }

  @Test func aNameMakesNoSecondPolicy() throws {
    let event =
      #"{"policies_evaluated":[{"name":"a;dlp:blocked\\"},{"name":"b:x","verdict":"?;"}]}"#
    let policies = #"a\u003bdlp\u003ablocked\;b\u003ax:?\u003b"#
    #expect(try record(event).values["cs3"] == policies)
  }

  @Test func aLineBreakMakesNoSecondRecord() throws {
    let fake = "x\nCEF:0|evil|x|1|allowed|n|0|act=allowed\r\nrt=1"
    let record = try record(#"{"reason":\#(json(fake)),"verdict":\#(json(fake))}"#)
    #expect(record.values["reason"] == fake)
    #expect(record.values["act"] == fake)
    let seen = fake.replacing("\r\n", with: #"\u000d\u000a"#).replacing("\n", with: #"\u000a"#)
    #expect(record.header[4] == seen && record.header[6] == "Unknown")
  }

  @Test func textsAreWholeWhateverTheyAre() throws {
    let event = #"{"input":[{"role":"user","content":"a=b"}, 1],"output":{"x": null}}"#
    let record = try record(event, texts: true)
    #expect(record.values["ktInput"] == #"[{"role":"user","content":"a=b"}, 1]"#)
    #expect(record.values["ktOutput"] == #"{"x": null}"#)
    #expect(try self.record(event).values.isEmpty)
  }
}
