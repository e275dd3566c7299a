import Stages
import TestSupport
import Testing

@testable import Redaction

@Suite struct UserKindsRedactionTests {
  private func request(
    _ patterns: [String], words: [String], _ hitOperator: HitOperator
  ) -> RedactionRequest {
    var request = RedactionRequest()
    request.patterns = patterns.enumerated().map {
      UserPattern(name: "P\($0.offset)", expression: $0.element)
    }
    request.wordLists = [UserWords(name: "NAMES", words: words.map { Array($0.utf8) })]
    request.usualOperator = hitOperator
    return request
  }

  @Test func patternsAndWordsAreReplacedByTheirNames() throws {
    let rules = request(["E[0-9]{3}"], words: ["Jane Doe"], .replace(.usual))
    let line = #"{"input":"E123 of jane\u0020\nDOE, Janet Doe"}"#
    #expect(try redacted(line, rules) == #"{"input":"[P0] of [NAMES], Janet Doe"}"#)
  }

  @Test func aTextThatGrowsWithoutAnEndGoesWhole() throws {
    let doubled = HitOperator.replace(ReplacementTemplate("aa"))
    let long = String(repeating: "a", count: 100_000)
    #expect(
      try redacted(#"{"input":"\#(long)"}"#, request(["a"], words: [], doubled))
        == #"{"input":""}"#)
    // A pseudonym has eight times four hexadecimal digits.
    let pseudonyms = request(["[0-9a-f]{4}"], words: [], .pseudonym)
    #expect(try redacted(#"{"input":"beef"}"#, pseudonyms) == #"{"input":""}"#)
  }

  @Test func aTextThatIsMuchLongerOnceStays() throws {
    let rules = request(["x"], words: [], .replace(ReplacementTemplate("[A-LONG-REPLACEMENT]")))
    let many = try redacted(
      #"{"input":"\#(String(repeating: "x", count: 1_000))"}"#, rules)
    #expect(many.utf8.count == 20_000 + #"{"input":""}"#.utf8.count)
  }

  @Test func redactingTwiceIsRedactingOnce() throws {
    var random = SeededGenerator(for: "UserKindsRedactionTests")
    let patterns = [
      "ab", "a+b?", "P0", "[[][A-Z]", "x$", "^b", "b.b", "\\ba", "[0-9a-f]{4}", "\\*a",
    ]
    let operators: [HitOperator] = [
      .replace(.usual), .replace(ReplacementTemplate("ab")),
      .replace(ReplacementTemplate("a{kind}")),
      .replace(ReplacementTemplate("")), .remove, .mask(MaskShape()), .pseudonym, .keep,
    ]
    for _ in 0..<300 {
      let rules = request(
        [random.pick(patterns), random.pick(patterns)],
        words: [random.pick(["a", "b x", "names"])],
        random.pick(operators))
      let text = String(
        decoding: random.bytes(random.below(20), of: Array("ab xP0".utf8)), as: UTF8.self)
      let once = try redacted(#"{"input":"\#(text)"}"#, rules)
      let twice = try redacted(once, rules)
      #expect(twice == once, "'\(text)', seed \(random.seed)")
    }
  }
}
