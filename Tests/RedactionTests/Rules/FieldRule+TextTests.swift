import Testing

@testable import Redaction

@Suite struct FieldRuleTextTests {
  @Test(arguments: [
    ("input", "input"), ("policies", "policies[].name"), (".a.b[]", ".a.b[]"),
    ("/a/b", ".a.b"), ("metadata", ".metadata"), ("/metadata/*/note", "/metadata/*/note"),
    ("/a~1b/0", "/a~1b/0"), (".\"a.b\"", ".\"a.b\""), ("/a.b", ".\"a.b\""), ("*", "*"),
  ])
  func spellingsOfOneFieldAreOne(text: String, canonical: String) throws {
    let selector = try FieldSelector.parse(text)
    #expect(selector.canonicalText == canonical)
    #expect(try FieldSelector.parse(canonical).target == selector.target)
  }

  @Test func aListIsARuleForEach() throws {
    let rules = try FieldRule.list("user.email, .x", .drop)
    #expect(rules.map(\.field.text) == ["user.email", ".x"])
    #expect(rules.allSatisfy { $0.action == .drop })
  }

  @Test func aReplacementMayBeEmptyAndHoldSigns() throws {
    #expect(try FieldRule.replacement("user=").action == .replace([]))
    let rule = try FieldRule.replacement(".\"a=b\"=c=d,e")
    #expect(rule.field.text == ".\"a=b\"")
    #expect(rule.action == .replace(Array("c=d,e".utf8)))
  }

  @Test(arguments: ["*", "", ",", "nothing", ".a[", "user.email,*"])
  func whatIsNoFieldIsRefused(text: String) {
    #expect(throws: RuleProblem.self) { try FieldRule.list(text, .null) }
  }

  @Test(arguments: ["user", "*=x", "=x", "whatever=x"])
  func whatIsNoReplacementIsRefused(text: String) {
    #expect(throws: RuleProblem.self) { try FieldRule.replacement(text) }
  }

  @Test func moreParticularSelectorsAreLessGeneral() throws {
    let general = try ["*", "/a/*/*", "/a/*", "input", ".a"].map {
      try FieldSelector.parse($0).generality
    }
    #expect(general == general.sorted(by: >))
  }
}
