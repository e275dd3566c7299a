import Bytes
import TestSupport
import Testing

@testable import Formatting

@Suite struct EnvelopeFormatTests {
  private func pretty(_ json: String) -> String {
    let bytes = Array(json.utf8)
    return String(
      decoding: collect { PrettyPrinter.append(bytes.span, depth: 0, into: &$0) }, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("{}", "{}"), ("[]", "[]"), ("[ ]", "[]"), ("1", "1"), (#""a,b:{}""#, #""a,b:{}""#),
      (#"{"a":1,"b":[]}"#, "{\n  \"a\": 1,\n  \"b\": []\n}"),
      ("[1 ,\t[2\r\n],{ }]", "[\n  1,\n  [\n    2\n  ],\n  {}\n]"),
      (#"{"a\"}":"\\"}"#, "{\n  \"a\\\"}\": \"\\\\\"\n}"),
      (#"["é\u00e9"]"#, "[\n  \"é\\u00e9\"\n]"),
    ])
  func tokensKeepTheirBytes(json: String, laidOut: String) {
    #expect(pretty(json) == laidOut)
  }

  /// Layout is idempotent, and taking its white space away gives back the tokens.
  @Test func layoutChangesWhiteSpaceAlone() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let json = Self.value(&generator, depth: 4)
      let laidOut = pretty(json)
      #expect(pretty(laidOut) == laidOut)
      #expect(laidOut.filter { $0 != " " && $0 != "\n" } == json)
    }
  }

  private static func value(_ generator: inout SeededGenerator, depth: Int) -> String {
    let count = Int.random(in: 0...3, using: &generator)
    switch Int.random(in: 0...(depth > 0 ? 4 : 2), using: &generator) {
    case 0: return ["1.0", "null", "-0", "true"].randomElement(using: &generator) ?? "1"
    case 1, 2:
      return [#""""#, #""{\"}""#, #""[,:]""#, #""\\""#].randomElement(using: &generator) ?? "2"
    case 3:
      return
        "[\((0..<count).map { _ in value(&generator, depth: depth - 1) }.joined(separator: ","))]"
    default:
      let members = (0..<count).map { "\"k\($0)\":\(value(&generator, depth: depth - 1))" }
      return "{\(members.joined(separator: ","))}"
    }
  }

  @Test func aDocumentCanBeFollowedByAnother() throws {
    var request = FormatRequest()
    request.createdAt = "2026-01-01"
    let text = try formatted(["{}", " {\"a\" : 1}\t\r"]) { _ in EnvelopeFormat(request) }
    #expect(
      text
        == "{\"export_id\":null,\"created_at\":\"2026-01-01\",\"events\":[\n{},\n{\"a\" : 1}\n]}\n")
  }
}
