import Foundation
import Testing

@testable import Formatting

/// A syslog message, taken apart by the grammar of RFC 5424, section 6.
struct SyslogMessage {
  var header: [String] = []
  var parameters: [String: String] = [:]
  var id = ""
  let message: String

  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    for _ in 0..<6 {
      guard let space = rest.firstIndex(of: " ") else { return nil }
      header.append(String(rest[..<space]))
      rest = rest[rest.index(after: space)...]
    }
    if rest.hasPrefix("- ") {
      message = String(rest.dropFirst(2))
      return
    }
    guard rest.popFirst() == "[" else { return nil }
    while let character = rest.first, character != " ", character != "]" {
      id.append(character)
      rest.removeFirst()
    }
    while rest.popFirst() == " " {
      guard let quote = rest.firstIndex(of: "\""), rest[..<quote].last == "=" else { return nil }
      let name = String(rest[..<quote].dropLast())
      var value = ""
      rest = rest[rest.index(after: quote)...]
      while let scalar = rest.unicodeScalars.first, scalar != "\"" {
        rest.unicodeScalars.removeFirst()
        guard scalar != "]" else { return nil }
        guard scalar == "\\" else {
          value.unicodeScalars.append(scalar)
          continue
        }
        guard let next = rest.unicodeScalars.first, "\"\\]".unicodeScalars.contains(next) else {
          return nil
        }
        rest.unicodeScalars.removeFirst()
        value.unicodeScalars.append(next)
      }
      rest.unicodeScalars.removeFirst()
      guard parameters.updateValue(value, forKey: name) == nil else { return nil }
    }
    // The bracket was taken by the loop.
    guard rest.first == " " else { return nil }
    message = String(rest.dropFirst())
  }
}

@Suite struct SyslogFormatTests {
  private func syslog(
    _ events: [String], host: String? = nil, _ framing: SyslogFraming = .newline
  ) throws -> String {
    try formatted(events) { SyslogFormat(host: host, framing: framing, in: &$0) }
  }

  private func message(_ event: String, host: String? = nil) throws -> SyslogMessage {
    let written = try syslog([event], host: host)
    #expect(written.hasSuffix("\n"))
    return try #require(SyslogMessage(written.dropLast()))
  }

  @Test(arguments: [
    (#"{"decision":"allow"}"#, "<110>1"), (#"{"decision":"flag"}"#, "<109>1"),
    (#"{"decision":"redact"}"#, "<109>1"), (#"{"decision":"rewrite"}"#, "<109>1"),
    (#"{"decision":"escalate"}"#, "<108>1"), (#"{"decision":"deny"}"#, "<108>1"),
    (#"{"decision":"odd"}"#, "<109>1"), ("{}", "<110>1"),
  ])
  func thePriorityIsLogAuditAndTheOutcomes(event: String, priority: String) throws {
    #expect(try message(event).header[0] == priority)
  }

  @Test func absentPartsAreNil() throws {
    #expect(try syslog(["{}"]) == "<110>1 - - kt - - - {}\n")
    #expect(try syslog(["{}"], .octetCounting) == "22 <110>1 - - kt - - - {}")
    #expect(try syslog([]).isEmpty)
    let event = #"{"timestamp":"no time","gateway_id":"","type":null,"user":{},"team":""}"#
    let message = try message(event)
    #expect(message.header == ["<110>1", "-", "-", "kt", "-", "-"])
    #expect(message.parameters == ["team": "", "gateway": ""])
  }

  @Test func everyFieldHasItsPlace() throws {
    let event = #"""
      {"event_id":"e1","type":"chat","timestamp":"2026-04-22T16:30:00.1234567+02:00","role":"x",
      "user":"a@b","team":"legal","org_id":"o","model":"openai/gpt-4o","gateway_id":"gw east",
      "session_id":"c","request_id":"r","verdict":"block","reason":"pii"}
      """#.replacing("\n", with: " ")
    let message = try message(event)
    #expect(
      message.header
        == ["<108>1", "2026-04-22T14:30:00.123456Z", #"gw\u0020east"#, "kt", "-", "chat"])
    #expect(message.id == "kt@32473")
    #expect(
      message.parameters == [
        "id": "e1", "outcome": "blocked", "reason": "pii", "user": "a@b", "email": "a@b",
        "role": "x", "team": "legal", "org": "o", "provider": "openai", "model": "gpt-4o",
        "gateway": "gw east", "conversation": "c", "request_id": "r",
      ])
    #expect(message.message == event)
    #expect(try self.message(event, host: "é").header[2] == #"\u00e9"#)
  }

  @Test(arguments: hostileTexts + [("a\nb\r\n<0>1 - evil", #"a\u000ab\u000d\u000a<0>1 - evil"#)])
  func noTextBreaksOut(text: String, seen: String) throws {
    let event = #"{"id":\#(json("<\(text)>")),"type":\#(json(text)),"decision":\#(json(text))}"#
    let message = try message(event)
    #expect(message.parameters["id"] == "<\(text == "  spaces  inside" ? text : seen)>")
    #expect(Set(message.parameters.keys) == ["id", "outcome"])
    #expect(
      message.header[5].utf8.count <= 32 && message.header[5].utf8.allSatisfy { 33...126 ~= $0 })
    #expect(message.message == event)
  }

  @Test func lengthsCountBytesAndNothingStandsBetweenMessages() throws {
    let events = [#"{"id":"é😀","input":"a\nb"}"#, "{ \"id\"\t:\r1 }", "{}"]
    var rest = Data(try syslog(events.map { " \($0)\t" }, .octetCounting).utf8)
    var found: [String] = []
    while let space = rest.firstIndex(of: UInt8(ascii: " ")) {
      let count = try #require(Int(String(decoding: rest[..<space], as: UTF8.self)))
      let message = rest[(space + 1)...].prefix(count)
      #expect(message.count == count)
      found.append(try #require(SyslogMessage(String(decoding: message, as: UTF8.self))).message)
      rest = rest[(space + 1 + count)...]
    }
    #expect(found == events && rest.isEmpty)
  }

  @Test func lineBreaksBetweenTokensBecomeSpacesWithNewlineFraming() throws {
    #expect(try syslog(["{\r\"id\"\r:\t1\r}\r"]).hasSuffix("] { \"id\" :\t1 }\n"))
  }

  @Test(arguments: [
    ("kt@32473", true), ("a@1.2", true), ("kt", false), ("@1", false), ("kt@", false),
    ("kt@1.", false), ("kt@x", false), ("k t@1", false), ("k=@1", false), ("k]@1", false),
    ("k\"@1", false), ("é@1", false), ("a@b@1", false), ("kt@.1", false),
    (String(repeating: "k", count: 30) + "@1", true),
    (String(repeating: "k", count: 31) + "@1", false),
  ])
  func anIdOfStructuredDataHasAnEnterpriseNumber(text: String, expected: Bool) {
    #expect(SyslogFormat.isStructuredDataID(text) == expected)
  }
}
