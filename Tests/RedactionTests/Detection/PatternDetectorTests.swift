import Bytes
import Stages
import Testing

@testable import Redaction

@Suite struct PatternDetectorTests {
  private func found(_ patterns: [String], in text: String) throws -> [String] {
    let named = patterns.map { UserPattern(name: "P", expression: $0) }
    var detector = try PatternDetector(named)
    var hits = Hits(wanted: 0)
    let bytes = Array(text.utf8)
    detector.find(bytes.span, into: &hits)
    return hits.found.map { hit in
      let value = String(decoding: bytes[hit.start..<hit.end], as: UTF8.self)
      return "\(hit.kind):\(value):\(hit.confidence)"
    }
  }

  @Test func eachPatternHasItsNumber() throws {
    let hits = try found(["E[0-9]{4}", "[a-z]+@corp"], in: "E1234 jo@corp xE56789")
    #expect(hits == ["64:E1234:3", "64:E5678:3", "65:jo@corp:3"])
  }

  @Test(arguments: [("id .", "id é!", "id é"), (".x", "äx", "äx"), ("\u{20AC}[0-9]", "€5", "€5")])
  func noCharacterIsCut(pattern: String, text: String, expected: String) throws {
    let hits = try found([pattern], in: text)
    #expect(hits == ["64:\(expected):3"])
  }

  @Test func badExpressionsAreUsageErrorsThatNameThePattern() throws {
    let problem = #expect(throws: Problem.self) {
      try PatternDetector([UserPattern(name: "EMPLOYEE", expression: "E\\d+")])
    }
    #expect(problem?.message.contains("--pattern: EMPLOYEE: \\d is not part of") == true)
  }

  @Test func textsWithManyHitsOfManyPatternsTakeLinearTime() throws {
    var request = RedactionRequest()
    request.patterns = ["a", "b", "[ab]+$"].map { UserPattern(name: $0, expression: $0) }
    var scanner = try Scanner(request)
    let bytes = Array(String(repeating: "ab", count: 50_000).utf8)
    let key: [UInt8] = []
    let clock = ContinuousClock()
    let start = clock.now
    scanner.scan(bytes.span, key: key.span)
    #expect(scanner.hits.found.count == 1)
    #expect(clock.now - start < .seconds(20))
  }

  @Test func patternsMatchUUIDsThatShieldBuiltInKinds() throws {
    var request = RedactionRequest()
    request.patterns = [UserPattern(name: "ID", expression: "[0-9a-f]{8}-[0-9a-f-]{27}")]
    var scanner = try Scanner(request)
    let bytes = Array("x 01234567-89ab-cdef-0123-456789abcdef".utf8)
    let key: [UInt8] = []
    scanner.scan(bytes.span, key: key.span)
    #expect(scanner.hits.found == [Hit(start: 2, end: 38, kind: 64, confidence: 3)])
  }
}
