import Digests
import TestSupport
import Testing

@testable import Redaction

/// What holds of random events under random rules.
@Suite struct ReceiptPropertyTests {
  private static let names = [
    "input", "output", "metadata", "team", "user", "note", "x_sha256", "é/~", "content_hashes",
    "password", "\u{1}\"",
  ]

  /// A random value: texts that detectors care for, spelled with and without escapes.
  private static func value(
    depth: Int, _ texts: inout RandomTexts, _ random: inout SeededGenerator
  ) -> String {
    switch random.below(depth > 2 ? 6 : 9) {
    case 0: return random.pick(["0", "-1.50", "52998224725", "1e3", "true", "null", "[]", "{}"])
    case 1...5: return text(&texts, &random)
    case 6:
      let values = (0..<random.below(4)).map { _ in value(depth: depth + 1, &texts, &random) }
      return "[" + values.joined(separator: " ,") + "]"
    default: return object(depth: depth + 1, &texts, &random)
    }
  }

  private static func text(
    _ texts: inout RandomTexts, _ random: inout SeededGenerator
  ) -> String {
    var spelling = Spelling()
    let escapes = random.pick([0, 0, 1, 6])
    spelling.append(String(decoding: texts.next(), as: UTF8.self), escapes: escapes, &random)
    return "\"" + String(decoding: spelling.raw, as: UTF8.self) + "\""
  }

  private static func object(
    depth: Int, _ texts: inout RandomTexts, _ random: inout SeededGenerator
  ) -> String {
    let count = random.below(5) + (depth == 0 ? 2 : 0)
    let members = names.shuffled(using: &random).prefix(count).map { name in
      var spelling = Spelling()
      spelling.append(name, escapes: 1, &random)
      return "\"" + String(decoding: spelling.raw, as: UTF8.self) + "\": "
        + value(depth: depth, &texts, &random)
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func request(_ random: inout SeededGenerator) throws -> RedactionRequest {
    var request = RedactionRequest()
    request.kinds = random.below(5) == 0 ? 0 : .max
    request.usualOperator = random.pick(RedactionCheck.operators)
    request.folds = random.below(3) == 0
    request.contentHashes = random.pick([.withhold, .recompute, .drop])
    if random.below(2) == 0 { request.fields = [try field("*")] }
    let actions: [FieldRule.Operator] = [
      .drop, .null, .replace(Array("[X]".utf8)), .mask(MaskShape(first: 1)), .pseudonymize,
      .truncate,
    ]
    let places = [
      "/input", "/output", "/metadata/*", "/*/note", "/user/0", "/team/*", "/content_hashes",
      "/é~1~0", "/*/*/1", "user", "/output/input",
    ]
    for _ in 0..<random.below(4) {
      request.fieldRules.append(FieldRule(try field(random.pick(places)), random.pick(actions)))
    }
    return request
  }

  @Test func theRootStaysAndNothingThatIsMaskedCanBeOpened() throws {
    var random = SeededGenerator(for: "receipts")
    var texts = RandomTexts(SeededGenerator(seed: random.next()))
    var changed = 0
    for _ in 0..<300 {
      let event = Self.object(depth: 0, &texts, &random)
      let line = receipted(event)
      let original = try root(of: line)
      #expect(original != nil)
      var once = line
      for _ in 0..<2 {
        let request = try Self.request(&random)
        let next = try redacted(once, request)
        #expect(try redacted(next, request) == next, "\(once)")
        #expect(try root(of: next) == original, "\(once)")
        once = next
      }
      guard once != line else { continue }
      changed += 1
      #expect(mask(of: once) != nil, "\(once)")
      let search = try SeedSearch(event)
      #expect(try search.openedSecrets(in: once) == 0, "\(line)")
      #expect(search.maskedCount > 0)
    }
    #expect(changed > 100)
  }

  @Test func theSearchKnowsWhatOpensAMaskedValue() throws {
    let event = #"{"a":"x","b":"jane@company.com","c":1}"#
    var request = RedactionRequest()
    request.fieldRules = [FieldRule(try field("/b"), .drop)]
    let result = try redacted(receipted(event), request)
    let search = try SeedSearch(event)
    #expect(try search.openedSecrets(in: result) == 0)
    #expect(search.maskedCount == 1 && search.hides(testSeed.bytes))
  }
}
