import Testing

@testable import Redaction

@Suite struct LiteralPrefilterTests {
  @Test(arguments: [("ACME-", "an ACME-1", true), ("ACME-", "an ACME1", false), ("a", "", false)])
  func textsWithoutTheLiteralAreLetGo(literal: String, text: String, mayMatch: Bool) {
    let bytes = Array(text.utf8)
    let result = LiteralPrefilter(Array(literal.utf8)).mayMatch(bytes.span)
    #expect(result == mayMatch)
  }

  @Test func withoutALiteralEveryTextMayMatch() {
    let bytes: [UInt8] = []
    let result = LiteralPrefilter(nil).mayMatch(bytes.span)
    #expect(result)
  }
}
