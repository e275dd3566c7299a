import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Redaction

@Suite struct PolicyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws -> RuleSettings {
    let path = folder.path("policy")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try Policy.read(Path(path))
  }

  /// The message about a policy, without its path.
  private func refusal(of text: String) -> String? {
    let problem = #expect(throws: Problem.self) { try read(text) }
    #expect(problem?.status == .usage)
    return problem?.message.replacingOccurrences(of: folder.path("policy"), with: "policy")
  }

  @Test func everyMemberIsRead() throws {
    try Data("Jane Doe\n".utf8).write(to: URL(fileURLWithPath: folder.path("names.txt")))
    let settings = try read(
      """
      {"description":"x","detect":["all","-IP_ADDRESS"],"in":["input"],"min_confidence":1,
       "fold":true,"with":"keep","with_kind":{"CREDIT_CARD":"mask:last=4"},
       "fields":[{"field":"user.email","pseudonymize":true},{"field":".x","replace":"T"},
                 {"drop":true,"field":"team"},{"field":".m","mask":"char=#"},
                 {"field":".n","null":true},{"field":".o","mask":true},
                 {"field":".p","truncate":true}],
       "patterns":{"EMPLOYEE_ID":"E[0-9]{6}"},
       "words":{"NAMES":{"file":"names.txt"},"OTHERS":["J\\u00fcrgen"]},
       "allow":["@company.com"],"content_hashes":"drop"}
      """)
    #expect(settings.detection?.kinds(besides: nil).nonzeroBitCount == Kind.allCases.count - 1)
    #expect(settings.fields.map(\.text) == ["input"])
    #expect(settings.minimumConfidence == 1)
    #expect(settings.folds == true)
    #expect(settings.usualOperator == .keep)
    #expect(settings.operators == ["CREDIT_CARD": .mask(MaskShape(last: 4))])
    #expect(
      settings.fieldRules.map(\.action) == [
        .pseudonymize, .replace([0x54]), .drop, .mask(MaskShape(character: [0x23])), .null,
        .mask(MaskShape()), .truncate,
      ])
    #expect(settings.patterns.map(\.expression) == ["E[0-9]{6}"])
    #expect(settings.wordLists.map(\.name) == ["NAMES", "OTHERS"])
    #expect(settings.wordLists[1].words == [Array("Jürgen".utf8)])
    #expect(settings.allowed == [Array("@company.com".utf8)])
    #expect(settings.contentHashes == .drop)
  }

  @Test(arguments: [
    ("{\"detct\":[]}", "policy: detct: unknown; did you mean 'detect'?"),
    ("{\"fold\":true,\"f\\u006fld\":false}", "policy: fold: stands twice"),
    ("{\"detect\":\"all\"}", "policy: detect: expected an array of strings"),
    ("{\"detect\":[1]}", "policy: detect[0]: expected a string"),
    (
      "{\"detect\":[]}",
      "policy: detect: says nothing; [\"none\"] says that nothing is looked for"
    ),
    ("{\"detect\":[\"jwtt\"]}", "policy: detect[0]: unknown kind; did you mean JWT?"),
    ("{\"min_confidence\":4}", "policy: min_confidence: expected 1, 2 or 3"),
    ("{\"min_confidence\":2.0}", "policy: min_confidence: expected a whole number"),
    ("{\"fold\":1}", "policy: fold: expected true or false"),
    ("{\"with\":null}", "policy: with: expected a string"),
    ("{\"with_kind\":[]}", "policy: with_kind: expected an object"),
    ("{\"content_hashes\":\"no\"}", "policy: content_hashes: expected withhold, recompute, drop"),
    ("{\"in\":[]}", "policy: in: expected a field"),
    (
      "{\"in\":[\"x\"]}",
      "policy: in[0]: unknown field; a path of your own begins with '.'"
    ),
    (
      "{\"fields\":[{\"drop\":true}]}",
      "policy: fields[0]: expected 'field' and one of drop, null, replace, mask, pseudonymize, "
        + "truncate"
    ),
    (
      "{\"fields\":[{\"field\":\"team\",\"drop\":false}]}",
      "policy: fields[0].drop: expected true"
    ),
    (
      "{\"fields\":[{\"field\":\"team\",\"dropp\":true}]}",
      "policy: fields[0].dropp: unknown; did you mean 'drop'?"
    ),
    (
      "{\"fields\":[{\"field\":\"*\",\"drop\":true}]}",
      "policy: fields[0]: a rule is for a field; '*' is the whole event"
    ),
    (
      "{\"fields\":[{\"field\":\"team\",\"drop\":true},{\"field\":\"team\",\"null\":true}]}",
      "policy: fields[1]: two rules for the same field"
    ),
    (
      "{\"patterns\":{\"X\":\"(a)\\\\1\"}}", "policy: patterns.X: back-references are not supported"
    ),
    ("{\"words\":{\"X\":[]}}", "policy: words.X: X: no words"),
    (
      "{\"words\":{\"X\":{\"path\":\"a\"}}}",
      "policy: words.X: expected an array of strings, or {\"file\": PATH}"
    ),
    ("{\"allow\":[\"@\"]}", "policy: allow: an entry is a value, or a suffix such as @company.com"),
    ("{\"allow\":[\"\\ud800\"]}", "policy: allow[0]: half a surrogate pair"),
    ("[]", "policy:1: byte 1: expected an object; an array of events is read with kt-source"),
    ("{\n\"fold\":tru}", "policy:2: byte 8: expected true, false or null"),
  ])
  func whatIsWrongIsNamedByItsMember(text: String, message: String) {
    #expect(refusal(of: text) == message)
  }

  @Test func noValueIsInAMessage() {
    let canary = "s3cret-canary"
    for text in [
      "{\"detect\":[\"\(canary)\"]}", "{\"with\":\"\(canary)\"}", "{\"in\":[\"*\(canary)\"]}",
      "{\"fields\":[{\"field\":\"team\",\"mask\":\"\(canary)\"}]}", "{\"fold\":\"\(canary)\"}",
      "{\"patterns\":{\"X\":\"(\(canary)\"}}", "{\"content_hashes\":\"\(canary)\"}",
    ] {
      #expect(refusal(of: text)?.contains(canary) == false)
    }
  }
}
