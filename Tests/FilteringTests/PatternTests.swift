import Bytes
import TestSupport
import Testing

@testable import Filtering

@Suite struct PatternTests {
  private func matches(_ pattern: String, _ value: [UInt8]) -> Bool {
    Pattern(pattern).matches(value.span)
  }

  @Test(arguments: [
    ("legal", "legal", true), ("legal", "Legal", false), ("legal", "legally", false),
    ("", "", true),
    ("", "a", false), ("*", "", true), ("*", "anything", true), ("le*", "legal", true),
    ("*al", "legal", true), ("l*l", "legal", true), ("l*l", "l", false), ("*eg*", "legal", true),
    ("**", "", true), ("l**l", "ll", true), ("?", "", false), ("?", "a", true), ("?", "é", true),
    ("?", "😀", true), ("?", "ab", false), ("??", "日本", true), ("a?c", "aéc", true),
    ("?*", "", false),
    ("*?", "é", true), ("*??", "é", false), ("*b*c", "abbcbc", true), ("a*b*c", "acb", false),
    (#"\*"#, "*", true), (#"\*"#, "a", false), (#"\?"#, "?", true), (#"\\"#, #"\"#, true),
    (#"a\"#, #"a\"#, true), (#"\a"#, "a", true), ("[ab]", "a", false), ("[ab]", "[ab]", true),
    ("a.c", "abc", false), ("%", "x", false), ("gpt-4*", "gpt-4o-mini", true),
    ("\u{E9}", "e\u{301}", false),
  ])
  func wholeValueFits(pattern: String, value: String, expected: Bool) {
    #expect(matches(pattern, Array(value.utf8)) == expected)
  }

  @Test(arguments: [("legal", true), ("le*", false), ("?", false), (#"\*"#, true), ("", true)])
  func patternWithoutWildcardsIsLiteral(pattern: String, expected: Bool) {
    #expect(Pattern(pattern).isLiteral == expected)
  }

  /// Tries every way; `*` takes any characters.
  private func reference(_ pattern: [Character], _ value: [Character]) -> Bool {
    guard let first = pattern.first else { return value.isEmpty }
    let rest = Array(pattern.dropFirst())
    switch first {
    case "*": return (0...value.count).contains { reference(rest, Array(value.dropFirst($0))) }
    case "?": return !value.isEmpty && reference(rest, Array(value.dropFirst()))
    default: return value.first == first && reference(rest, Array(value.dropFirst()))
    }
  }

  @Test func randomPatternsFitAsTheReferenceSays() {
    var random = SeededGenerator(for: "PatternTests.random")
    var fits = 0
    for _ in 0..<6_000 {
      let pattern = (0..<random.below(6)).map { _ in random.pick(["a", "b", "é", "*", "*", "?"]) }
      let value = (0..<random.below(8)).map { _ in random.pick(["a", "b", "é"]) }
      let expected = reference(pattern.map { Character($0) }, value.map { Character($0) })
      if expected { fits += 1 }
      let found = matches(pattern.joined(), Array(value.joined().utf8))
      #expect(found == expected, "\(pattern) on \(value), seed \(random.seed)")
    }
    #expect(fits > 300)
  }

  @Test func matchingTakesTimeInProportionToTheText() {
    let bait = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000)
    let clock = ContinuousClock()
    let start = clock.now
    for pattern in ["*a*a*a*b", "*a*a*a*a*a*a*a*a*a*a*a*ab", "a*a*a*a*a*a*?b"] {
      #expect(!matches(pattern, bait))
    }
    // Trying every way would take longer than the universe has been there.
    #expect(clock.now - start < .seconds(10))
  }

  @Test(arguments: [
    ("a", ["a"]), ("a,b", ["a", "b"]), (",a,,b,", ["a", "b"]), ("", []), (",", []),
    (#"a\,b"#, [#"a\,b"#]), (#"a\\,b"#, [#"a\\"#, "b"]), (#"\,,\,"#, [#"\,"#, #"\,"#]),
    ("a, b", ["a", " b"]), (",\u{301}", ["\u{301}"]),
  ])
  func listIsSplitAtCommasWithoutABackslash(value: String, expected: [String]) {
    #expect(Pattern.list(value) == expected)
  }

  @Test func commaBehindABackslashIsACommaOfTheValue() {
    let patterns = Pattern.list(#"a\,b,c"#).map { Pattern($0) }
    #expect(patterns.map { $0.literalBytes } == [Array("a,b".utf8), Array("c".utf8)])
  }
}
