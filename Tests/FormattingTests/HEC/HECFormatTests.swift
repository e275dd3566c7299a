import EventJSON
import Testing

@testable import Formatting

@Suite struct HECFormatTests {
  private func hec(
    _ event: String, fields: [String]? = nil, _ change: (inout FormatRequest) -> Void = { _ in }
  ) throws -> String {
    var request = FormatRequest()
    request.fields = fields
    change(&request)
    return try formatted([event]) { query throws(FormatProblem) in
      try HECFormat(request, tool: "kt-format", &query)
    }
  }

  @Test func theEnvelopeSaysWhatWasGivenAndTheEventIsUntouched() throws {
    let event = #"{"timestamp":"2026-04-22T14:30:00.1299Z" ,"cost":1.10,"x":1,"x":2}"#
    let written = try hec("  \(event)\t\r") {
      $0.host = "h\"\n"
      $0.source = ""
      $0.sourcetype = "kt:event"
      $0.index = "é"
    }
    let head =
      #"{"time":1776868200.129,"host":"h\"\n","source":"","sourcetype":"kt:event","index":"é""#
    #expect(written == "\(head),\"event\":\(event)}\n")
    #expect(try hec("{}") == "{\"event\":{}}\n")
    #expect(try hec(#"{"timestamp":5}"#) == "{\"event\":{\"timestamp\":5}}\n")
  }

  @Test func aMemberThatIsReadMayNotStandTwice() {
    #expect(throws: JSONProblem.self) {
      try hec(#"{"timestamp":"2026-04-22","timestamp":"2026-04-23"}"#)
    }
  }

  @Test func aLargeEventIsCutInsideItsEnvelope() throws {
    let text = String(repeating: "x", count: 500)
    let written = try hec(#"{"input":"\#(text)","id":"a"}"#, fields: ["id"]) {
      $0.maximumEventBytes = 200
    }
    let event = written.dropFirst(#"{"fields":{"id":"a"},"event":"#.count).dropLast(2)
    #expect(event.utf8.count == 200)
    #expect(event.hasPrefix(#"{"input":"xxx"#) && event.hasSuffix(#"]","id":"a"}"#))
  }
}
