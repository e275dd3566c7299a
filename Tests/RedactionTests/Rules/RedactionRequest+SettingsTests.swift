import Testing

@testable import Redaction

@Suite struct RedactionRequestSettingsTests {
  private static func settings(
    _ body: (inout RuleSettings) throws -> Void
  ) rethrows -> RuleSettings {
    var settings = RuleSettings()
    try body(&settings)
    return settings
  }

  @Test func withoutSettingsTheDefaultsHold() throws {
    let request = try RedactionRequest(options: RuleSettings())
    #expect(request.kinds == 0)
    #expect(Set(request.fields) == Set(FieldSelector.usual))
    #expect(request.minimumConfidence == 2)
    #expect(request.usualOperator == .replace(.usual))
    #expect(request.contentHashes == .withhold)
    #expect(!request.needsKey)
  }

  @Test func optionsAddToAPolicyAndWin() throws {
    let policy = try Self.settings {
      $0.fields = try FieldSelector.list("output")
      $0.minimumConfidence = 3
      $0.folds = true
      try $0.addOperator("mask")
      try $0.addOperator("JWT=remove")
      try $0.addOperator("VIN=remove")
      try $0.addRule(try FieldRule.replacement("user=x"))
      try $0.addPattern(try UserPattern("X=a"))
      $0.allowed = [Array("a".utf8)]
    }
    let options = try Self.settings {
      $0.fields = try FieldSelector.list("input")
      $0.folds = false
      try $0.addOperator("JWT=keep")
      try $0.addRule(try FieldRule.list("user", .drop)[0])
      try $0.addRule(try FieldRule.list("team", .null)[0])
      try $0.addPattern(try UserPattern("X=b"))
      try $0.addPattern(try UserPattern("A=b"))
      $0.allowed = [Array("@B.org".utf8)]
    }
    let request = try RedactionRequest(policy: policy, options: options)
    #expect(request.fields.map(\.text) == ["input", "output"])
    #expect(request.minimumConfidence == 3)
    #expect(!request.folds)
    #expect(request.usualOperator == .mask(MaskShape()))
    #expect(request.operators == ["JWT": .keep, "VIN": .remove])
    #expect(request.fieldRules.map(\.field.text) == ["team", "user"])
    #expect(request.fieldRules.map(\.action) == [.null, .drop])
    #expect(request.patterns.map(\.name) == ["A", "X"])
    #expect(request.patterns.map(\.expression) == ["b", "b"])
    #expect(request.allowed == [Array("@b.org".utf8), Array("a".utf8)])
  }

  @Test func theMoreParticularRuleComesLast() throws {
    let options = try Self.settings {
      try $0.addRule(try FieldRule.list(".metadata.note", .drop)[0])
      try $0.addRule(try FieldRule.list("/metadata/*", .mask(MaskShape()))[0])
    }
    let request = try RedactionRequest(options: options)
    #expect(request.fieldRules.map(\.field.text) == ["/metadata/*", ".metadata.note"])
  }

  @Test func everythingIsAllOfTheFields() throws {
    let options = try Self.settings { $0.fields = try FieldSelector.list("input,*") }
    #expect(try RedactionRequest(options: options).fields.map(\.text) == ["*"])
  }

  @Test(arguments: ["NOBODY=keep", "EMAIL_ADDRESS=truncate", "X=truncate"])
  func anOperatorThatFitsNoKindIsRefused(text: String) throws {
    let options = try Self.settings {
      try $0.addPattern(try UserPattern("X=b"))
      try $0.addOperator(text)
    }
    #expect(throws: RuleProblem.self) { try RedactionRequest(options: options) }
  }

  @Test(arguments: ["pseudonym", "VIN=pseudonym"])
  func pseudonymsNeedAKey(text: String) throws {
    let options = try Self.settings { try $0.addOperator(text) }
    #expect(try RedactionRequest(options: options).needsKey)
  }

  @Test func aPseudonymousFieldNeedsAKey() throws {
    let options = try Self.settings {
      try $0.addRule(try FieldRule.list("user", .pseudonymize)[0])
    }
    #expect(try RedactionRequest(options: options).needsKey)
  }
}
