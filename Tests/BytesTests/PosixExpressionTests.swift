import Bytes
import TestSupport
import Testing

@Suite struct PosixExpressionTests {
  private func matches(
    _ pattern: String, _ text: [UInt8], ignoringCase: Bool = false
  ) throws -> Bool {
    let expression = try PosixExpression(pattern, ignoringCase: ignoringCase)
    return expression.matches(text.span)
  }

  @Test(arguments: [
    ("(a)\\1", "back-references"), ("((a)b)\\2", "back-references"), ("a\0b", "NUL"),
    ("[(]\\1", "back-references"), ("[^]]\\9", "back-references"), ("[]]\\1", "back-references"),
    ("((a{100}){100}){100}", "1000"), ("a{101}{101}", "1000"), ("a{20000}", "1000"),
    ("(a{1,200}){1,200}", "1000"), ("a{,20000}", "1000"),
    ("a*+?*+?*", "deeper than 6"), ("((((((a+)+)+)+)+)+)+", "deeper than 6"),
  ])
  func patternsThatAreNotLinearAreRefused(pattern: String, word: String) {
    let problem = #expect(throws: PosixExpression.Problem.self) {
      try PosixExpression(pattern)
    }
    #expect(problem?.reason.contains(word) == true, "\(problem?.reason ?? "")")
  }

  @Test(arguments: ["(", "[a", "a\\", "[z-a]", "*a{2,1}", "[[:nothing:]]"])
  func patternsWithErrorsAreRefusedInLowerCaseWords(pattern: String) {
    let problem = #expect(throws: PosixExpression.Problem.self) {
      try PosixExpression(pattern)
    }
    #expect(problem?.reason.isEmpty == false)
    #expect(problem?.reason == problem?.reason.lowercased())
  }

  @Test(arguments: [
    ("b", "abc", true), ("^b", "abc", false), ("^a.c$", "abc", true), ("x|b", "abc", true),
    ("[0-9]{3}-[0-9]{2}", "is 123-45", true), ("[0-9]{3}-[0-9]{2}", "is 12-345", false),
    ("\\.", "a.b", true), ("\\.", "ab", false), ("", "", true), ("", "abc", true), ("^$", "", true),
    ("a+", "", false), ("[\\]1", "\\1", true), ("a{2}", "aba", false), ("\\\\1", "\\1", true),
    ("[[:digit:]]+x", "12x", true),
  ])
  func extendedExpressionsMatchAnywhere(pattern: String, text: String, expected: Bool) throws {
    let result = try matches(pattern, Array(text.utf8))
    #expect(result == expected)
  }

  @Test(arguments: [
    ("^café?$", "caf", true), ("^café?$", "café", true), ("^é{2}$", "éé", true),
    ("^é{2}$", "é\u{A9}", false), ("^(€|é)+$", "é€é", true), ("^é*😀+$", "😀😀", true),
    ("^[é]+$", "é", true), ("\\é+1", "éé1", true), ("^\\é?$", "", true), ("^a\\€{2}$", "a€€", true),
    ("\\+é*$", "+éé", true),
  ])
  func characterOfSeveralBytesIsRepeatedWhole(
    pattern: String, text: String, expected: Bool
  ) throws {
    let found = try matches(pattern, Array(text.utf8))
    #expect(found == expected)
  }

  /// It must not pair with a bracket around the pattern.
  @Test(
    arguments: [
      ("a)|b", "a", false), ("a)|b", "xa)", true), ("a)|b", "b", true), ("x)?y", "y", false),
      ("x)?y", "xy", true), ("x)?y", "x)y", true), (")", "(", false), (")+$", "a))", true),
      ("(a))b", "ab", false), ("(a))b", "a)b", true), ("[)](a)\\))", ")a))", true),
      ("[)", ")", nil),
      ("[[.).]])", "))", true), ("\\(a)|b", "(a", false),
    ] as [(String, String, Bool?)])
  func bracketThatClosesNothingStandsForItself(
    pattern: String, text: String, expected: Bool?
  ) {
    #expect((try? matches(pattern, Array(text.utf8))) == expected)
  }

  @Test func caseIsIgnoredWhereAskedFor() throws {
    let text = Array("Some SECRET".utf8)
    let exact = try matches("secret", text)
    let ignoring = try matches("secret", text, ignoringCase: true)
    #expect(!exact && ignoring)
  }

  @Test func textBehindANulIsSearched() throws {
    let text = Array("a\0b".utf8)
    let behind = try matches("b$", text)
    let before = try matches("a$", text)
    let start = try matches("^b", text)
    #expect(behind && !before && !start)
  }

  @Test func onlyTheBytesOfTheSpanAreSearched() throws {
    let text = Array("abcd".utf8)
    let expression = try PosixExpression("d|^b$")
    let inside = text.span.extracting(0..<3)
    let found = expression.matches(inside)
    #expect(!found)
    let middle = text.span.extracting(1..<2)
    let foundMiddle = expression.matches(middle)
    #expect(foundMiddle)
  }

  @Test func matchingTakesTimeInProportionToTheText() throws {
    let bait = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
    let clock = ContinuousClock()
    let start = clock.now
    let found = try matches("(a+)+b|(a|aa)+$c", bait)
    #expect(!found)
    // A backtracking matcher would need longer than the universe has been there.
    #expect(clock.now - start < .seconds(20))
  }
}
