import Testing

@testable import Formatting

/// A record of LEEF 2.0 with tabs, taken apart by splitting, which is all that readers do.
struct LEEFRecord {
  let header: [String]
  var attributes: [String: String] = [:]

  init?(_ line: some StringProtocol) {
    // The header's pipes are those that no backslash escapes.
    var fields = [""]
    var rest = Substring(line).unicodeScalars
    while fields.count < 7, let scalar = rest.popFirst() {
      if scalar == "\\" {
        guard let next = rest.popFirst(), next == "\\" || next == "|" else { return nil }
        fields[fields.count - 1].unicodeScalars.append(next)
      } else if scalar == "|" {
        fields.append("")
      } else {
        fields[fields.count - 1].unicodeScalars.append(scalar)
      }
    }
    header = fields.dropLast()
    guard !rest.isEmpty else { return }
    for pair in rest.split(separator: "\t", omittingEmptySubsequences: false) {
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      let key = String(pair[..<equals])
      let value = Self.unescaped(pair[pair.index(after: equals)...])
      guard let value, attributes.updateValue(value, forKey: key) == nil else { return nil }
    }
  }

  private static func unescaped(_ value: Substring.UnicodeScalarView) -> String? {
    var rest = value
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": text.append("\\")
      case "=": text.append("=")
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      default: return nil
      }
    }
    return String(text)
  }
}

@Suite struct LEEFFormatTests {
  private func leef(_ events: [String], host: String? = nil, texts: Bool = false) throws -> String {
    try formatted(events) { LEEFFormat(host: host, writesTexts: texts, in: &$0) }
  }

  private func record(
    _ event: String, host: String? = nil, texts: Bool = false
  ) throws -> LEEFRecord {
    let written = try leef([event], host: host, texts: texts)
    #expect(written.hasSuffix("\n") && written.split(separator: "\n").count == 1)
    return try #require(LEEFRecord(written.dropLast()))
  }

  @Test func anEventWithoutAnythingStillIsARecord() throws {
    #expect(try leef(["{}"]) == "LEEF:2.0|kt|decision-events|1|none|x09|\n")
    #expect(
      try leef(["{}"], host: "h") == "LEEF:2.0|kt|decision-events|1|none|x09|identHostName=h\n")
    #expect(try leef([]).isEmpty)
  }

  @Test func everyFieldHasItsAttribute() throws {
    let event = #"""
      {"event_id":"e1","type":"chat","timestamp":"2026-04-22T14:30:00.5Z","user":"a@b",
      "role":"admin","team_id":"legal","org":"o","model":"openai/gpt-4o","gateway_id":"gw",
      "session_id":"c","request_id":"r","verdict":"redacted","reason":"pii","prompt":"in",
      "completion":"out","policies_triggered":["b"],"citations":[{"asset":"x;y"},"z"],
      "input_tokens":1.10,"output_tokens":"12","duration_ms":1e400,"cost":-0,
      "config_version":"0.2.0"}
      """#
    let record = try record(event, texts: true)
    #expect(record.header == ["LEEF:2.0", "kt", "decision-events", "1", "redacted", "x09"])
    #expect(
      record.attributes == [
        "sev": "3", "outcome": "redacted", "devTime": "2026-04-22T14:30:00.500+0000",
        "devTimeFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSZ", "cat": "chat", "usrName": "a@b",
        "accountName": "a@b", "role": "admin", "groupID": "legal", "policy": "b",
        "resource": #"x\u003by;z"#, "reason": "pii", "eventId": "e1", "provider": "openai",
        "model": "gpt-4o", "conversation": "c", "requestId": "r", "org": "o",
        "configVersion": "0.2.0", "inputTokens": "1.10", "outputTokens": "12", "cost": "-0",
        "latencyMs": "1e400", "identHostName": "gw", "input": "in", "output": "out",
      ])
    #expect(try self.record(event, host: "h").attributes["identHostName"] == "h")
  }

  @Test(arguments: hostileTexts) func noTextBreaksOut(text: String, seen: String) throws {
    let event = #"{"id":\#(json("<\(text)>")),"decision":\#(json(text)),"team":"legal"}"#
    let record = try record(event)
    #expect(record.attributes["eventId"] == "<\(text == "  spaces  inside" ? text : seen)>")
    #expect(Set(record.attributes.keys) == ["outcome", "eventId", "groupID"])
    #expect(record.header.count == 6 && record.header[5] == "x09")
  }

  @Test func tabsAndLineBreaksMakeNoAttributeAndNoRecord() throws {
    let fake = "x\tusrName=evil\nLEEF:2.0|evil|x|1|x|x09|usrName=evil\r\n"
    let record = try record(#"{"reason":\#(json(fake)),"verdict":\#(json(fake))}"#)
    #expect(record.attributes == ["reason": fake, "outcome": fake])
  }
}
