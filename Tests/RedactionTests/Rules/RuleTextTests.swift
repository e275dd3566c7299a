import Testing

@testable import Redaction

@Suite struct RuleTextTests {
  @Test(arguments: [
    ("a,b", ["a", "b"]), (" a , b ,", ["a", "b"]), ("", []), (",", []),
    (".\"a,b\",c", [".\"a,b\"", "c"]), (".\"a\\\",b\",c", [".\"a\\\",b\"", "c"]),
  ])
  func partsStandBetweenCommasOutsideOfQuotes(text: String, parts: [String]) {
    #expect(RuleText.parts(text) == parts)
  }

  @Test func anAssignmentIsCutAtTheFirstSignOutsideOfQuotes() throws {
    #expect(RuleText.assignment("a") == nil)
    let plain = try #require(RuleText.assignment("a=b=c"))
    #expect(plain == ("a", "b=c"))
    let quoted = try #require(RuleText.assignment(".\"a=b\"=c"))
    #expect(quoted == (".\"a=b\"", "c"))
    let combining = try #require(RuleText.assignment("a=\u{301}x"))
    #expect(combining == ("a", "\u{301}x"))
  }
}
