import TestSupport
import Testing

@testable import Redaction

/// Which of several rules has a value.
@Suite struct TargetListTests {
  private typealias Rule = (place: String, action: FieldRule.Operator)

  private func twice(_ line: String, _ rules: [Rule]) throws -> String {
    var request = RedactionRequest()
    request.fieldRules = try rules.map { FieldRule(try field($0.place), $0.action) }
    let once = try redacted(line, request)
    #expect(try redacted(once, request) == once, "a second time: \(line)")
    return once
  }

  private let mask = FieldRule.Operator.mask(MaskShape())
  private let replace = FieldRule.Operator.replace(Array("[X]".utf8))
  private let nested = #"{"m":{"a":{"b":"xyz","n":7},"c":"v"}}"#

  @Test func theLaterOfTwoRulesForAnObjectHasIt() throws {
    #expect(
      try twice(nested, [("/m/*", replace), ("/m/a", mask)])
        == #"{"m":{"a":{"b":"***","n":"*"},"c":"[X]"}}"#)
    #expect(
      try twice(nested, [("/m/a", mask), ("/m/*", replace)]) == #"{"m":{"a":"[X]","c":"[X]"}}"#)
  }

  @Test func aRuleForWholeValuesHasAllThatIsInside() throws {
    for rules in [[("/m", replace), ("/m/a/b", mask)], [("/m/a/b", mask), ("/m", replace)]] {
      #expect(try twice(nested, rules) == #"{"m":"[X]"}"#)
    }
  }

  @Test func aRuleForTextsHasThoseThatNoNearerRuleHas() throws {
    for rules in [[("/m", mask), ("/m/a", .null)], [("/m/a", .null), ("/m", mask)]] as [[Rule]] {
      #expect(try twice(nested, rules) == #"{"m":{"a":null,"c":"*"}}"#)
    }
    #expect(
      try twice(nested, [("/m/a/b", replace), ("/m", mask)])
        == #"{"m":{"a":{"b":"[X]","n":"*"},"c":"*"}}"#)
    #expect(
      try twice(nested, [("/m", mask), ("/m/a", .truncate), ("/m/a/n", .null)])
        == #"{"m":{"a":{"b":"[REDACTED]","n":null},"c":"*"}}"#)
  }

  @Test func anObjectWithoutTextsKeepsNobodyFromItsNeighbours() throws {
    #expect(
      try twice(#"{"m":{"a":{},"b":[true,[]],"c":"v"}}"#, [("/m", mask), ("/m/a", mask)])
        == #"{"m":{"a":{},"b":[true,[]],"c":"*"}}"#)
  }

  @Test func aHashThatWasWithheldIsNoTextForRules() throws {
    let line = #"{"input":"secret","content_hashes":{"input":"","other":{"input":""}}}"#
    for action in [mask, .truncate, .mask(MaskShape(first: 1))] {
      let result = try twice(line, [("/input", .null), ("/content_hashes", action)])
      #expect(
        result
          == #"{"input":null,"content_hashes":{"input":"[REDACTED]","other":{"input":""}}}"#)
    }
  }
}
