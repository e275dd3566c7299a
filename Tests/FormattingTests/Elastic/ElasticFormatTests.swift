import Bytes
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

private func sha256(_ text: String) -> String {
  var digest = StreamDigest()
  let bytes = Array(text.utf8)
  digest.update(bytes.span)
  return digest.finalize().map { String(format: "%02x", $0) }.joined()
}

@Suite struct ElasticFormatTests {
  /// The `_id` of an event, as JSON.
  private func id(_ event: String) throws -> String {
    let action = try elasticBody(event).split(separator: "\n")[0]
    let start = try #require(action.range(of: #""_id":"#)).upperBound
    return String(action[start...].dropLast(2))
  }

  @Test func anEventIsAPairOfLinesAndStaysAsItIs() throws {
    let event = #"{"id":"a" ,  "timestamp":"2026-04-22T00:00:00Z","x":[1e400,-0,1.10,"\u0041\/"]}"#
    #expect(
      try elasticBody(" \t\(event) \r")
        == #"{"create":{"_index":"kt-events-2026-04-22","_id":"a"}}"# + "\n\(event)\n")
    #expect(try elasticBody([]) == [])
  }

  @Test(arguments: [
    (#"{"id":"a b"}"#, #""a b""#), (#"{"event_id":"x","id":"y"}"#, #""x""#),
    (#"{"id":42}"#, #""42""#), (#"{"id":1.50e3}"#, #""1.50e3""#),
    (#"{"id":123456789012345678901234567890}"#, #""123456789012345678901234567890""#),
    (#"{"id":"\u0061\"\\\n\u0000\/"}"#, #""a\"\\\n\u0000/""#),
    (#"{"\u0069d":"é\u2028\u202e😀"}"#, "\"é\u{2028}\u{202E}😀\""),
  ])
  func theIDIsTheEventsOwn(event: String, expected: String) throws {
    #expect(try id(event) == expected)
  }

  @Test(arguments: [
    #"{"x":1}"#, #"{"id":""}"#, #"{"id":null}"#, #"{"id":{"a":1}}"#, #"{"id":["a"]}"#,
    #"{"id":true}"#,
  ])
  func whatIsNoIDIsReplacedByTheDigestOfTheCanonicalForm(event: String) throws {
    #expect(try id(event) == "\"\(sha256(event))\"")
  }

  @Test func idsOverTheLimitAreReplacedByADigest() throws {
    let fits = String(repeating: "é", count: 256)
    #expect(try id(#"{"id":"\#(fits)"}"#) == "\"\(fits)\"")
    let long = #"{"id":"\#(fits)x"}"#
    #expect(try id(long) == "\"\(sha256(long))\"")
    // Escapes count as the bytes that they stand for.
    let escaped = String(repeating: #"\u0061"#, count: 512)
    #expect(try id(#"{"id":"\#(escaped)"}"#) == "\"\(String(repeating: "a", count: 512))\"")
  }

  @Test func otherSpellingsOfAnEventHaveItsDigest() throws {
    let expected = "\"" + sha256(#"{"a":"é","b":[1,100]}"#) + "\""
    #expect(try id(#"{"b":[1.0,1e2],"a":"\u00e9"}"#) == expected)
    #expect(try id(#" { "a" : "é", "_kt":{"i":1}, "b":[ 1, 100 ] } "#) == expected)
  }

  @Test(arguments: [
    #"{"id":"\ud800"}"#, #"{"x":1e400}"#, #"{"x":1,"x":1}"#, #"{"x":"\udc00"}"#,
  ])
  func whatHasNoCanonicalFormIsDigestedAsItStands(event: String) throws {
    #expect(try id(event + " ") == "\"\(sha256(event))\"")
  }

  @Test func aDoubledMemberThatIsReadIsMalformed() {
    #expect(throws: JSONProblem.self) { try elasticBody(#"{"id":"a","id":"b"}"#) }
    #expect(throws: JSONProblem.self) { try elasticBody(#"{"team":"a","team":"b"}"#, ecs: true) }
  }

  /// A seeded stream of odd values: the pairs are pairs, and the same ones each time.
  @Test func sendingAgainMakesTheSameBody() throws {
    var generator = SeededGenerator(seed: 9200)
    let words = [
      "\"a\"", "7", "null", "\"\\ud800\"", "{}", "\"\\n\\u0000\"", "1e400", "\"\"", "[1]",
    ]
    let names = ["id", "event_id", "timestamp", "team", "_id", "_source", ""]
    var lines: [[UInt8]] = []
    for _ in 0..<500 {
      let members = names.shuffled(using: &generator).prefix(
        Int.random(in: 0...6, using: &generator)
      )
      .map { "\"\($0)\":\(words.randomElement(using: &generator)!)" }
      lines.append(Array("{\(members.joined(separator: ","))}".utf8))
    }
    let body = try elasticBody(lines)
    #expect(try elasticBody(lines) == body)
    let rows = body.split(separator: 0x0A)
    #expect(rows.count == 1_000)
    for (number, line) in lines.enumerated() {
      #expect(Array(rows[number * 2 + 1]) == line)
      let action = try JSONSerialization.jsonObject(with: Data(rows[number * 2])) as? [String: Any]
      let create = try #require(action?["create"] as? [String: String])
      #expect(Set(create.keys) == ["_index", "_id"])
    }
  }
}
