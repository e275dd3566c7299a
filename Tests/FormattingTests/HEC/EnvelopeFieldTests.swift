import Testing

@testable import Formatting

@Suite struct EnvelopeFieldTests {
  private func hec(_ event: String, fields: [String]) throws -> String {
    var request = FormatRequest()
    request.fields = fields
    return try formatted([event]) { query throws(FormatProblem) in
      try HECFormat(request, tool: "kt-format", &query)
    }
  }

  @Test(
    arguments: [
      (["env=prod=1,2"], "{}", #"{"env":"prod=1,2"}"#), (["env="], "{}", #"{"env":""}"#),
      (
        ["team", "user.email"], #"{"team":"legal","user":"a@b"}"#,
        #"{"team":"legal","user.email":"a@b"}"#
      ),
      (
        ["tokens.input", "cost"], #"{"input_tokens":12,"cost":1e400}"#,
        #"{"tokens.input":"12","cost":"1e400"}"#
      ),
      (["outcome"], #"{"decision":"deny"}"#, #"{"outcome":"blocked"}"#),
      (
        ["policies", "policies[].verdict"],
        #"{"policies_evaluated":[{"name":"a","verdict":"deny"},{"name":"b"}]}"#,
        #"{"policies":["a","b"],"policies.verdict":["blocked"]}"#
      ),
      (["citations"], #"{"citations":["x",{"asset":"y"}]}"#, #"{"citations":["x","y"]}"#),
      ([".usage.n"], #"{"usage":{"n":true}}"#, #"{"usage.n":"true"}"#),
      (
        [".tags"], #"{"tags":["a\ud800",1,null,{"b":[]},"\u00e9"]}"#,
        #"{"tags":["a\ud800","1","{\"b\":[]}","\u00e9"]}"#
      ),
      (
        [".p[].q"], #"{"p":[{"q":-0},{"q":null},{"q":"x\"\u0000"}]}"#,
        #"{"p.q":["-0","x\"\u0000"]}"#
      ),
      ([".o"], #"{"o":{"a": "b"}}"#, #"{"o":"{\"a\": \"b\"}"}"#),
      ([".a.\"b.c\""], #"{"a":{"b.c":"x"}}"#, #"{"a.\"b.c\"":"x"}"#),
      (["reason"], #"{"reason":"a\ud800\u001b"}"#, #"{"reason":"a\ud800\u001b"}"#),
    ])
  func fieldsAreTextsOrArraysOfTexts(fields: [String], event: String, expected: String) throws {
    #expect(try hec(event, fields: fields) == "{\"fields\":\(expected),\"event\":\(event)}\n")
  }

  @Test(arguments: [
    (["team", ".x", ".y[]", "policies", "escalation.reviewer"], "{}"), ([".x"], #"{"x":null}"#),
    ([".x"], #"{"x":[]}"#), ([".x[]"], #"{"x":[null]}"#), (["team"], #"{"team":{}}"#),
  ])
  func absentFieldsAreLeftOut(fields: [String], event: String) throws {
    #expect(try hec(event, fields: fields) == "{\"event\":\(event)}\n")
  }

  @Test(arguments: [
    (["tem"], "--fields: unknown field 'tem'; did you mean 'team'?"),
    (["team", "team=x"], "--fields: 'team' stands there twice"),
    ([".a", ".a[]"], "--fields: 'a' stands there twice"),
    (["=x"], "--fields: '=x': expected a name before '='"),
    ([".a..b"], "--fields: '.a..b': expected a name"),
  ])
  func fieldsThatAreNoneAreRefused(fields: [String], reason: String) {
    #expect(throws: FormatProblem(reason)) { try hec("{}", fields: fields) }
  }
}
