import Testing

@testable import Redaction

@Suite struct RuleSettingsTests {
  @Test func anOperatorIsForAllOrForAKind() throws {
    var settings = RuleSettings()
    try settings.addOperator("replace=A=b")
    try settings.addOperator("MY_KIND=mask:last=2")
    #expect(settings.usualOperator == .replace(ReplacementTemplate("A=b")))
    #expect(settings.operators == ["MY_KIND": .mask(MaskShape(last: 2))])
  }

  @Test func oneFieldHasOneRuleHoweverItIsSpelled() throws {
    var settings = RuleSettings()
    try settings.addRule(try FieldRule.list("/a/b", .drop)[0])
    #expect(throws: RuleProblem("two rules for the same field", about: ".a.b")) {
      try settings.addRule(try FieldRule.list(".a.b", .null)[0])
    }
  }

  @Test func oneNameHasOnePatternOrList() throws {
    var settings = RuleSettings()
    try settings.addPattern(try UserPattern("X=a"))
    #expect(throws: RuleProblem.self) { try settings.addPattern(try UserPattern("X=b")) }
    #expect(throws: RuleProblem.self) {
      try settings.addWords(UserWords(name: "X", words: [[0x61]]))
    }
  }
}
