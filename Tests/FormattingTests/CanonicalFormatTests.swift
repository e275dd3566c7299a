import Testing

@testable import Formatting

@Suite struct CanonicalFormatTests {
  private func canonical(_ line: String) throws -> String {
    try formatted([line]) { query in CanonicalFormat(FormatRequest(), &query) }
  }

  /// The value that follows a key, to the end of the line or the next canonical name.
  private func value(_ name: String, _ next: String?, of line: String) throws -> String {
    let text = try canonical(line)
    let start = try #require(text.firstRange(of: "\"\(name)\":")).upperBound
    guard let next else { return String(text[start...].dropLast()) }
    let end = try #require(text[start...].firstRange(of: ",\"\(next)\":")).lowerBound
    return String(text[start..<end])
  }

  @Test(
    arguments: [
      ("{}", "null"), (#"{"id":"1","team":null}"#, "null"),
      (#"{"unknown":null}"#, #"{"unknown":null}"#), (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#),
      (#"{"id":"1","event_id":"2"}"#, #"{"id":"1"}"#), (#"{"user":{"id":"u","role":"r"}}"#, "null"),
      (#"{"user":{"id":"u","x":1}}"#, #"{"user":{"id":"u","x":1}}"#),
      (#"{"user":{"id":{"a":1}}}"#, #"{"user":{"id":{"a":1}}}"#),
      (#"{"usage":{"input_tokens":1}}"#, "null"),
      (#"{"usage":{"input_tokens":"x"}}"#, #"{"usage":{"input_tokens":"x"}}"#),
      (#"{"usage":{"input_tokens":"12"}}"#, "null"), (#"{"cost":true}"#, #"{"cost":true}"#),
      (#"{"policies_evaluated":[{"name":"a","verdict":"pass","reason":null}]}"#, "null"),
      (
        #"{"policies_evaluated":[{"name":"a","score":1}]}"#,
        #"{"policies_evaluated":[{"name":"a","score":1}]}"#
      ),
      (#"{"policies_evaluated":[],"citations":[],"content_hashes":null,"escalation":{}}"#, "null"),
      (#"{"metadata":{},"tags":[]}"#, #"{"metadata":{},"tags":[]}"#),
      (#"{"model":"a/b"}"#, "null"), (#"{"provider":"p","model":"a/b"}"#, "null"),
      (#"{"event_type":"blocked"}"#, "null"),
      (#"{"event_type":"chat","type":"t"}"#, #"{"event_type":"chat"}"#),
      (#"{"input":{"messages":[{"a":1}]}}"#, "null"), (#"{"input":["a"]}"#, "null"),
      (#"{"\u0069d":"1","x\u0079":{"z":[1.0]}}"#, #"{"x\u0079":{"z":[1.0]}}"#),
      (
        #"{"citations":["a",{"asset":"b","version":1,"page":2}]}"#,
        #"{"citations":["a",{"asset":"b","version":1,"page":2}]}"#
      ),
    ])
  func extraHoldsWhatNoNameTells(line: String, extra: String) throws {
    #expect(try value("extra", nil, of: line) == extra)
  }

  @Test(arguments: [
    (
      #"{"citations":["a",{"asset":"b","version":1.0},{"version":"v"},null,[]]}"#,
      #"[{"asset":"a","version":null},{"asset":"b","version":"1.0"},{"asset":null,"version":"v"}]"#
    ),
    (#"{"citations":[]}"#, "null"),
    (
      #"{"citations":[3,true]}"#, #"[{"asset":"3","version":null},{"asset":"true","version":null}]"#
    ),
  ])
  func citationsAreAssetsWithVersions(line: String, citations: String) throws {
    #expect(try value("citations", "content_hashes", of: line) == citations)
  }

  @Test(arguments: [
    (
      #"{"policies_evaluated":["a",{"name":"b","result":"Deny","reason":"r"}],"policy_outcome":"x"}"#,
      #"[{"name":"a","verdict":null,"reason":null},{"name":"b","verdict":"blocked","reason":"r"}]"#
    ),
    (#"{"policy_name":"dlp","action":"odd"}"#, #"[{"name":"dlp","verdict":"odd","reason":null}]"#),
    (#"{"policies_applied":[]}"#, "null"),
  ])
  func policiesHaveNameVerdictAndReason(line: String, policies: String) throws {
    #expect(try value("policies", "citations", of: line) == policies)
  }

  @Test(arguments: [
    (#"{"input":"\u0041\/"}"#, #""\u0041\/""#), (#"{"input":{"a" : "b"}}"#, #""{\"a\" : \"b\"}""#),
    (#"{"input":1.50}"#, #""1.50""#), (#"{"input":"\ud800"}"#, #""\ud800""#),
  ])
  func textsAreTheirBytesOrTheirJSON(line: String, input: String) throws {
    #expect(try value("input", "output", of: line) == input)
  }
}
