import DecisionEvent
import Stages
import Testing

@testable import Formatting

@Suite struct OTLPFormatTests {
  private func made(
    _ event: String, texts: Bool = false, source: String? = nil
  ) throws -> [String: Any] {
    var request = FormatRequest()
    request.includesTexts = texts
    request.source = source
    let tool = ToolIdentity(name: "kt-test", version: "1", options: "")
    return try object(
      try FormattingTests.made(of: event) { OTLPFormat(request, tool: tool, &$0) })
  }

  private func value(_ path: String, of event: String) throws -> String? {
    FormattingTests.value(
      "resourceLogs.0.scopeLogs.0.logRecords.0.\(path)", in: try made(event))
  }

  /// The attribute of a name, its AnyValue as text.
  private func attribute(_ name: String, of event: String, texts: Bool = false) throws -> String? {
    let path = "resourceLogs.0.scopeLogs.0.logRecords.0.attributes"
    let document = try made(event, texts: texts)
    for index in 0..<40 {
      if FormattingTests.value("\(path).\(index).key", in: document) == name {
        let place = "\(path).\(index).value"
        return FormattingTests.value("\(place).stringValue", in: document)
          ?? FormattingTests.value("\(place).intValue", in: document)
          ?? FormattingTests.value(place, in: document)
      }
    }
    return nil
  }

  @Test(arguments: [
    (#"{"timestamp":"1970-01-01T00:00:00.000000007Z"}"#, "7"),
    (#"{"timestamp":"2026-04-22T16:30:00.123456789+02:00"}"#, "1776868200123456789"),
    (#"{"timestamp":"2262-04-11T23:47:15.999999999Z"}"#, "9223372035999999999"),
  ])
  func timesAreNanosecondsInAString(event: String, time: String) throws {
    #expect(try value("timeUnixNano", of: event) == time)
    #expect(try value("observedTimeUnixNano", of: event) == time)
  }

  @Test(arguments: [
    "{}", #"{"timestamp":"1969-12-31T23:59:59Z"}"#, #"{"timestamp":"2262-04-11T23:47:16Z"}"#,
  ])
  func aTimeThatDoesNotFitIsLeftOut(event: String) throws {
    #expect(try value("timeUnixNano", of: event) == nil)
  }

  @Test func onlyValidIdsAreIds() throws {
    let id = "4bf92f3577b34da6a3ce929d0e0e4736"
    #expect(try value("traceId", of: #"{"trace_id":"\#(id)"}"#) == id)
    for bad in [String(repeating: "0", count: 32), String(id.dropLast()), id.dropLast() + "g"] {
      let event = #"{"trace_id":"\#(bad)"}"#
      #expect(try value("traceId", of: event) == nil)
      #expect(try attribute("kt.unmapped", of: event)?.contains(bad) == true)
    }
  }

  @Test func theOperationIsOneOfTheConventions() throws {
    let name = "gen_ai.operation.name"
    #expect(try attribute(name, of: #"{"model":"m","type":"embeddings"}"#) == "embeddings")
    #expect(try attribute(name, of: #"{"model":"m","type":"decision"}"#) == "chat")
    #expect(try attribute(name, of: #"{"type":"audit"}"#) == nil)
    #expect(try value("eventName", of: #"{"type":"audit"}"#) == "kt.event")
  }

  @Test func anOutcomeStandsOnceWhereItIsSpelledAsItsName() throws {
    for word in ["blocked", "never heard of"] {
      let event = #"{"decision":"\#(word)"}"#
      #expect(try attribute("kt.outcome", of: event) == word)
      #expect(try attribute("kt.unmapped", of: event) == nil)
    }
    #expect(try attribute("kt.outcome", of: #"{"decision":"Deny"}"#) == "blocked")
    #expect(try attribute("kt.unmapped", of: #"{"decision":"Deny"}"#)?.contains("Deny") == true)
  }

  @Test func textsAreMessagesWhenAskedFor() throws {
    let event = #"{"input":"S1","output":"S2","prompt":"S3","decision":"block"}"#
    #expect(try attribute("gen_ai.input.messages", of: event) == nil)
    #expect(try attribute("kt.unmapped", of: event)?.contains("S3") == false)
    let output = try #require(try attribute("gen_ai.output.messages", of: event, texts: true))
    #expect(output.contains("content_filter"))
    #expect(output.contains("S2"))
    #expect(try attribute("kt.unmapped", of: event, texts: true)?.contains("S3") == true)
  }

  @Test func theServiceHasTheNameThatIsGiven() throws {
    let path = "resourceLogs.0.resource.attributes.0.value.stringValue"
    #expect(FormattingTests.value(path, in: try made("{}")) == "ai-gateway")
    #expect(FormattingTests.value(path, in: try made("{}", source: "a\"b")) == "a\"b")
  }
}
