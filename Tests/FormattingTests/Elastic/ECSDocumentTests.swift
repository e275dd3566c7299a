import Foundation
import Testing

@Suite struct ECSDocumentTests {
  private func document(_ event: String) throws -> String {
    String(try elasticBody(event, ecs: true).split(separator: "\n")[1])
  }

  private static let head =
    #"{"ecs":{"version":"9.5.0"},"event":{"kind":"event","module":"kt","dataset":"kt.decision","category":["api"],"type":["info"],"outcome":"unknown""#

  @Test func anEmptyEventIsADocument() throws {
    #expect(try document("{}") == Self.head + "}}")
  }

  @Test(arguments: [
    ("allow", #""type":["allowed"],"outcome":"success","action":"allowed""#),
    ("flagged", #""type":["allowed"],"outcome":"success","action":"flagged""#),
    ("Rewritten", #""type":["allowed","change"],"outcome":"success","action":"modified""#),
    ("redact", #""type":["allowed","change"],"outcome":"success","action":"redacted""#),
    ("DENY", #""type":["denied"],"outcome":"success","action":"blocked""#),
    ("escalated", #""type":["info"],"outcome":"success","action":"escalated""#),
    ("maybe", #""type":["info"],"outcome":"unknown","action":"maybe""#),
  ])
  func outcomesKeepToTheAllowedValues(word: String, expected: String) throws {
    #expect(try document(#"{"verdict":"\#(word)"}"#).contains(expected))
  }

  @Test(arguments: [
    (#"{"verdict":"blocked"}"#, ""), (#"{"verdict":"block"}"#, #""verdict":"block""#),
    (#"{"model":"a/b"}"#, #""model":"a/b""#), (#"{"model":"b"}"#, ""),
    (#"{"user":{"id":1,"email":"a@b","role":"x"}}"#, ""),
    (#"{"user":{"id":1, "z" : 2}}"#, #""user":{"id":1, "z" : 2}"#),
    (#"{"user":{}}"#, #""user":{}"#),
    (#"{"user":"a@b"}"#, ""), (#"{"usage":{"input_tokens":1,"output_tokens":2}}"#, ""),
    (#"{"input_tokens":1.5}"#, #""input_tokens":1.5"#),
    (#"{"input_tokens":"1"}"#, #""input_tokens":"1""#), (#"{"cost":"1"}"#, #""cost":"1""#),
    (#"{"cost":1.10}"#, ""), (#"{"output":null}"#, #""output":null"#),
    (#"{"input":["a"]}"#, #""input":["a"]"#), (#"{"timestamp":"2026-04-22T00:00:00Z"}"#, ""),
    (#"{"timestamp":"2026-04-22"}"#, #""timestamp":"2026-04-22""#),
    (#"{"timestamp":"2026-02-30"}"#, #""timestamp":"2026-02-30""#),
    (
      #"{"kt":{"event":1},"_id":2,"":3,"x":1,"x":1}"#, #""kt":{"event":1},"_id":2,"":3,"x":1,"x":1"#
    ),
    (
      #"{"a" :\#t[ 1e400 ,-0, "\ud800"] , "b":"\/"}"#,
      "\"a\" :\t[ 1e400 ,-0, \"\\ud800\"],\"b\":\"\\/\""
    ),
  ])
  func whatStandsElsewhereByteForByteIsLeftOutOfTheRest(event: String, rest: String) throws {
    let found = try document(event)
    if rest.isEmpty {
      let object =
        try JSONSerialization.jsonObject(with: Data(found.utf8)) as? [String: Any]
      let own = object?["kt"] as? [String: Any]
      #expect(own?["event"] == nil, "\(found)")
    } else {
      #expect(found.hasSuffix(#""event":{\#(rest)}}}"#), "\(found)")
    }
  }

  @Test func theDurationIsTheDifferenceOfTheTimes() throws {
    let times = #""timestamp":"2026-04-22T00:00:00.9Z","response_timestamp""#
    #expect(
      try document(#"{\#(times):"2026-04-22T00:00:02.000000001Z","latency_ms":5}"#).contains(
        #""start":"2026-04-22T00:00:00.9Z","end":"2026-04-22T00:00:02.000000001Z","duration":1100000001"#
      ))
    // What ended before it began has no duration.
    #expect(!(try document(#"{\#(times):"2026-04-21T00:00:00Z"}"#).contains("duration")))
    #expect(!(try document(#"{\#(times):"9999-04-21T00:00:00Z"}"#).contains("duration")))
  }

  @Test func loneSurrogatesAndControlsStayEscaped() throws {
    let found = try document(
      #"{"user_id":"\ud800\u0000","model":"x/\udfff","team":"\u001b[1m","input":"\ud83d"}"#)
    #expect(found.contains(#""user":{"id":"\ud800\u0000"}"#))
    #expect(found.contains(#""model":"\udfff""#))
    #expect(found.contains(#""content":"\ud83d""#))
    #expect(String(validating: Array(found.utf8), as: UTF8.self) != nil)
  }
}
