import DecisionEvent
import Testing

@testable import Redaction

@Suite struct RuleSetTests {
  private static func rules(
    policy: RuleSettings = RuleSettings(), _ body: (inout RuleSettings) throws -> Void
  ) throws -> RuleSet {
    var settings = RuleSettings()
    try body(&settings)
    return RuleSet(try RedactionRequest(policy: policy, options: settings))
  }

  private static func detect(_ settings: inout RuleSettings, _ texts: String...) throws {
    var terms = DetectionTerms()
    for text in texts { try terms.add(text) }
    settings.detection = terms
  }

  @Test func theSameRulesSpelledOtherwiseHaveTheSameDigest() throws {
    let one = try Self.rules {
      try Self.detect(&$0, "VIN,JWT")
      $0.fields = try FieldSelector.list("output,input")
      try $0.addOperator("replace:[{kind}]")
      try $0.addOperator("VIN=mask:last=4,first=1")
      try $0.addOperator("JWT=replace")
      for rule in try FieldRule.list("/a/b,team", .drop) { try $0.addRule(rule) }
      $0.allowed = ["b", "a", "a", "@A.org"].map { Array($0.utf8) }
    }
    var policy = RuleSettings()
    try Self.detect(&policy, "-secrets")
    policy.fields = try FieldSelector.list("input")
    policy.allowed = [Array("@a.org".utf8), Array("a".utf8)]
    try policy.addOperator("VIN=keep")
    for rule in try FieldRule.list("team", .null) { try policy.addRule(rule) }
    let other = try Self.rules(policy: policy) {
      try Self.detect(&$0, Self.allPersonalButVIN, "JWT")
      $0.fields = try FieldSelector.list("output,input")
      for rule in try FieldRule.list("team,.a.b", .drop) { try $0.addRule(rule) }
      try $0.addOperator("VIN=mask:first=1,last=4,char=*")
      $0.allowed = [Array("b".utf8)]
    }
    #expect(one.text == other.text)
    #expect(one.digest == other.digest)
  }

  private static let allPersonalButVIN = KindTable.entries
    .filter { !$0.kind.isSecret && $0.kind != .vin }.map { "-\($0.name)" }.joined(separator: ",")

  @Test func everyRuleIsInTheDigest() throws {
    let changes: [(inout RuleSettings) throws -> Void] = [
      { _ in }, { try Self.detect(&$0, "VIN") }, { $0.fields = try FieldSelector.list("input") },
      { $0.minimumConfidence = 1 }, { $0.folds = true }, { try $0.addOperator("keep") },
      { try $0.addOperator("VIN=keep") }, { try $0.addRule(try FieldRule.list("team", .drop)[0]) },
      { try $0.addRule(try FieldRule.list("team", .null)[0]) },
      { try $0.addRule(try FieldRule.replacement("team=x")) },
      { try $0.addPattern(try UserPattern("X=a")) },
      { try $0.addPattern(try UserPattern("X=b")) },
      { try $0.addWords(UserWords(name: "X", words: [[0x61]])) },
      { try $0.addWords(UserWords(name: "X", words: [[0x62]])) },
      { $0.allowed = [[0x61]] }, { $0.allowed = [[0x62]] }, { $0.contentHashes = .drop },
    ]
    let digests = try changes.map { try Self.rules($0).digest }
    #expect(Set(digests).count == changes.count)
  }

  @Test func aMapThatAddsNamesIsInTheDigest() throws {
    var request = try RedactionRequest(options: RuleSettings())
    let before = RuleSet(request)
    try request.dictionary.add(map: "input = question")
    #expect(RuleSet(request).digest != before.digest)
    #expect(String(decoding: RuleSet(request).text, as: UTF8.self).contains(".question"))
  }

  @Test func wordsAreNotInTheText() throws {
    let rules = try Self.rules {
      try $0.addWords(UserWords(name: "NAMES", words: [Array("Jane Doe".utf8)]))
      $0.allowed = [Array("secret@example.com".utf8)]
    }
    let text = String(decoding: rules.explanation, as: UTF8.self)
    #expect(!text.contains("Jane") && !text.contains("secret@"))
    #expect(text.contains("\"words\":{\"NAMES\":{\"count\":1,\"digest\":\"sha256:"))
  }

  @Test func theExplanationEndsWithTheDigestOfTheRest() throws {
    let rules = try Self.rules { try Self.detect(&$0, "VIN") }
    let text = String(decoding: rules.explanation, as: UTF8.self)
    #expect(text.hasSuffix(",\"rules\":\"\(rules.digest)\"}\n"))
    #expect(rules.digest == RuleSet.digest(of: rules.text))
  }
}
