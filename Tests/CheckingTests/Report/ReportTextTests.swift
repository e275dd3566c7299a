import Bytes
import TestSupport
import Testing

@testable import Checking

@Suite struct ReportTextTests {
  @Test func whatComesFromDataIsShownAndNotObeyed() throws {
    let report = try report(on: [
      #"{"id":"a\u001b[31m\u202e\nb","user_id":"u\r\u0007","team":"\u2066t"}"#
    ])
    let bytes = collect { ReportText(report).write(into: &$0) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#"- a\u{1b}[31m\u{202e}\u{a}b (line 1)"#))
    #expect(text.contains(#"u\u{d}\u{7} "#) && text.contains(#"\u{2066}t "#))
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
  }

  @Test func aCheckThatWasNotMadeIsNotPlainlyPassed() throws {
    func result(_ requirement: Requirement) throws -> String {
      var stage = try checked([#"{"id":"a"}"#]) { $0.requirement = requirement }
      var output = Output(capacity: 1)
      try stage.finish(into: &output)
      let text = collect { stage.writeReport(as: .table, into: &$0) }
      let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
      return try #require(lines.first { $0.hasPrefix("result") }).dropFirst(9).description
    }
    #expect(try result(.checks([.uniqueIDs])) == "passed")
    #expect(
      try result(.checks([.uniqueIDs, .eventCount, .gaps]))
        == "passed, but not made: event-count, gaps")
  }
}
