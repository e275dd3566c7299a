import Testing

@testable import Formatting

@Suite struct OCSFFormatTests {
  private func made(_ event: String, texts: Bool = false, map: String = "") throws -> String {
    var request = FormatRequest()
    request.includesTexts = texts
    return try FormattingTests.made(of: event, map: map) { OCSFFormat(request, &$0) }
  }

  private func value(_ path: String, of event: String, texts: Bool = false) throws -> String? {
    FormattingTests.value(path, in: try object(try made(event, texts: texts)))
  }

  @Test(arguments: [
    (#"{"timestamp":"2026-04-22T14:30:00.9999Z"}"#, "1776868200999"),
    (#"{"timestamp":"1969-12-31T23:59:59.9999Z"}"#, "-1"), (#"{"timestamp":"nonsense"}"#, "0"),
    (#"{"timestamp":1}"#, "0"), ("{}", "0"),
  ])
  func timesAreCutToMilliseconds(event: String, time: String) throws {
    #expect(try value("time", of: event) == time)
  }

  @Test(arguments: [
    (#"{"model":"m"}"#, "1"), (#"{"provider":"p"}"#, "1"), (#"{"type":"audit"}"#, "99"),
    ("{}", "0"), (#"{"event_type":"blocked"}"#, "0"),
    (#"{"event_type":"blocked","model":"m"}"#, "1"),
  ])
  func theActivityIsACreationWhereThereIsAModel(event: String, activity: String) throws {
    #expect(try value("activity_id", of: event) == activity)
    #expect(try value("type_uid", of: event) == "\(600_300 + (Int(activity) ?? 0))")
  }

  @Test func countsBeyond32BitsStayUnmapped() throws {
    let event =
      #"{"usage":{"input_tokens":2147483647,"output_tokens":2147483648},"latency_ms":1e3}"#
    #expect(try value("message_context.prompt_tokens", of: event) == "2147483647")
    #expect(try value("message_context.completion_tokens", of: event) == nil)
    #expect(try value("message_context.total_tokens", of: event) == nil)
    #expect(try made(event).contains(#""unmapped":{"usage":{"output_tokens":2147483648},"#))
    #expect(try value("duration", of: event) == nil)
  }

  @Test func theFirstOfTheSeverestPoliciesDecided() throws {
    let event = """
      {"policies_evaluated":[{"name":"a","verdict":"pass"},{"name":"b","verdict":"deny"},\
      {"name":"c","verdict":"block"}]}
      """
    #expect(try value("policy.name", of: event) == "b")
    #expect(try value("authorizations.2.decision", of: event) == "blocked")
    #expect(try value("policy", of: #"{"policies_applied":["a"]}"#) == nil)
  }

  @Test func textsAreLeftOutUnderAllTheirNames() throws {
    let event = #"{"input":"S1","prompt":["S2"],"output":{"a":"S3"},"completion":"S4","in":"x"}"#
    #expect(try made(event).contains(#""unmapped":{"in":"x"}}"#))
    #expect(try !made(event).contains("S"))
    let told = try made(event, texts: true)
    #expect(told.contains(#""raw_data":"S1""#))
    #expect(told.contains(#""response":{"data":{"a":"S3"}}"#))
    #expect(told.contains(#""unmapped":{"prompt":["S2"],"completion":"S4","in":"x"}"#))
  }

  @Test func textsThatAMapFindsInListsAreLeftOutWithTheList() throws {
    let event = #"{"a":[{"b":"S"}],"c":{"d":"S","e":[1]}}"#
    let line = try made(event, map: "input = a[].b, c.d")
    #expect(line.contains(#""unmapped":{"c":{"e":[1]}}"#))
  }

  @Test func spacesAndEscapedNamesStayAsTheyAre() throws {
    let line = try made(" { \"i\\u0064\" : \"x\" , \"a\\u0062\" : [ 1.10 , -0 ] } ")
    #expect(line.contains(#""uid":"x""#))
    #expect(line.hasSuffix("\"unmapped\":{\"a\\u0062\":[ 1.10 , -0 ]}}\n"))
  }
}
