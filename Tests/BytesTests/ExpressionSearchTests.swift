import TestSupport
import Testing

@testable import Bytes

@Suite struct ExpressionSearchTests {
  private func matches(_ pattern: String, _ text: [UInt8]) throws -> [Range<Int>] {
    var search = try ExpressionSearch(pattern)
    var found: [Range<Int>] = []
    search.eachMatch(in: text.span) { found.append($0..<$1) }
    return found
  }

  private func texts(_ pattern: String, _ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try matches(pattern, bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("b+", "abbabc", ["bb", "b"]), ("ab|abcd|bcde", "abcde", ["abcd"]), ("a*", "baac", ["aa"]),
    ("^a", "aa", ["a"]), ("a$", "aa", ["a"]), ("^a+$", "aaa", ["aaa"]), ("^b", "ab", []),
    ("(^|,)x", "x,x,yx", ["x", ",x"]), ("\\bcat\\b", "cat concat cat_ (cat)", ["cat", "cat"]),
    ("\\<c[a-z]*\\>", "cat 1cat c", ["cat", "c"]), ("\\Bb\\B", "b abc b", ["b"]), ("", "abc", []),
    ("()*", "abc", []), ("E[0-9]{3,5}", "E12 E123 E1234567", ["E123", "E12345"]),
    (".", "a\nb", ["a", "\n", "b"]), ("[^a]", "a\0b", ["\0", "b"]), (".b", "\0b", []),
    ("é+", "aééb", ["éé"]), ("a{2}", "aaaaa", ["aa", "aa"]), ("a|a*b", "aaac", ["a", "a", "a"]),
    ("[[:upper:]]{2}[.]", "ABC.", ["BC."]), ("[]a]+", "x]a]", ["]a]"]), ("a)", "a)", ["a)"]),
    ("\\w+@\\w+", "to jo@ex, x", ["jo@ex"]), ("x\\'|\\`a", "axax", ["a", "x"]),
  ])
  func matchesAreLeftmostAndLongest(pattern: String, text: String, expected: [String]) throws {
    let found = try texts(pattern, text)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("\\d{6}", "[0-9]"), ("a\\n", "\\n"), ("[\\w.]+", "backslash in brackets"), ("(a)\\1", "back-"),
    ("[äö]", "ASCII"), ("a{1000}b{100}", "too large"), ("(a", "("), ("[[:any:]]", "class"),
    ("*a", ""), ("a*+?*+?*", "repetitions"), ("(a{1,200}){1,200}", "1000"),
  ])
  func whatWouldMeanSomethingElseIsRefused(pattern: String, word: String) {
    let problem = #expect(throws: PosixExpression.Problem.self) { try ExpressionSearch(pattern) }
    #expect(problem?.reason.contains(word) == true, "\(problem?.reason ?? "")")
  }

  @Test func matchesAreThoseOfTryingEveryPlace() throws {
    var random = SeededGenerator(for: "ExpressionSearchTests.random")
    var matched = 0
    for _ in 0..<600 {
      let pattern = Self.pattern(&random, depth: 3)
      guard let naive = try? NaiveSearch(pattern) else { continue }
      for _ in 0..<6 {
        let text = random.bytes(random.below(16), of: Array("abc,_ b".utf8))
        let found = try matches(pattern, text)
        let expected = naive.matches(text)
        matched += expected.count
        #expect(
          found == expected,
          "'\(pattern)' in '\(String(decoding: text, as: UTF8.self))', seed \(random.seed)")
      }
    }
    #expect(matched > 1_000)
  }

  @Test func matchesAreThoseOfTheCLibrary() throws {
    var random = SeededGenerator(for: "ExpressionSearchTests.library")
    for _ in 0..<200 {
      let pattern = Self.pattern(&random, depth: 3)
      // Assertions would hold at the ends of a part of a text.
      guard !pattern.contains(where: "^$\\".contains),
        let library = try? PosixExpression("^(\(pattern))$")
      else { continue }
      let text = random.bytes(random.below(10), of: Array("abc,_ b".utf8))
      let found = try matches(pattern, text)
      #expect(
        found == Self.matches(library, text),
        "'\(pattern)' in '\(String(decoding: text, as: UTF8.self))', seed \(random.seed)")
    }
  }

  private static func matches(_ whole: PosixExpression, _ text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    while offset < text.count {
      let ends = (offset + 1...text.count).filter { end in
        let part = Array(text[offset..<end])
        return whole.matches(part.span)
      }
      if let end = ends.max() { found.append(offset..<end) }
      offset = ends.max() ?? offset + 1
    }
    return found
  }

  @Test func matchesGoAcrossBlocks() throws {
    for length in [1, 4_095, 4_096, 4_097, 8_192, 12_000] {
      let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      let whole = try matches("a+$", text)
      let pieces = try matches("a{1,100}", text)
      #expect(whole == [0..<length])
      #expect(pieces.reduce(0) { $0 + $1.count } == length)
      #expect(pieces.dropLast().allSatisfy { $0.count == 100 })
      let bounded = try matches("^a*b|a", text)
      #expect(bounded.count == length)
    }
  }

  @Test func statesThatDoNotFitAreForgotten() throws {
    var random = SeededGenerator(for: "ExpressionSearchTests.states")
    let text = random.bytes(2_000, of: Array("a7".utf8))
    // To decide where a match ends, 2^30 sets of positions must be told apart.
    let found = try matches("(a[a7]{30}a|7[a7]{29}7)", text)
    let naive = try NaiveSearch("(a[a7]{30}a|7[a7]{29}7)")
    #expect(found == naive.matches(text))
  }

  @Test(arguments: [
    ("(a|b)*c", "ab"), ("[0-9]+x", "0"), ("a|a*b", "a"), ("(a+)+b", "a"), ("(x+x+)+y", "x"),
    ("[0-9]+(,[0-9]+)*;", "1,"), ("[a-z][a-z0-9]{31}!", "a7"), (".*.*=.*", "x=x"), ("a.*b", "ab"),
    ("(a|ab|abc)*d?", "abc"),
  ])
  func timeIsInProportionToTheText(pattern: String, piece: String) throws {
    let bait = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    let clock = ContinuousClock()
    let start = clock.now
    _ = try matches(pattern, bait)
    // Quadratic time would be hours, even in a build that is not optimised.
    #expect(clock.now - start < .seconds(20))
  }

  @Test func manyTextsAreSearchedByOneSearch() throws {
    var search = try ExpressionSearch("b+|c$")
    for (text, expected) in [("abb", [1..<3]), ("", []), ("c", [0..<1]), ("cb", [1..<2])] {
      let bytes = Array(text.utf8)
      var found: [Range<Int>] = []
      search.eachMatch(in: bytes.span) { found.append($0..<$1) }
      #expect(found == expected)
    }
  }

  private static func pattern(_ random: inout SeededGenerator, depth: Int) -> String {
    if depth == 0 || random.below(4) == 0 {
      let atoms = [
        "a", "b", "c", "ab", ".", "[ab]", "[^a]", "[a-c_]", "^", "$", "\\b", "\\B", "\\<", "\\>",
        "\\w", "\\W", "()", ",", "_",
      ]
      return atoms[random.below(atoms.count)]
    }
    let choice = random.below(8)
    // The C library copies what is repeated so many times: copies of copies of copies, with stars
    // in them, keep it busy for minutes.
    let isCopied = choice == 4 || choice == 5
    let one = pattern(&random, depth: isCopied ? min(depth - 1, 1) : depth - 1)
    let other = pattern(&random, depth: depth - 1)
    switch choice {
    case 0: return "(\(one)|\(other))"
    case 1: return "(\(one))*"
    case 2: return "(\(one))+"
    case 3: return "(\(one))?"
    case 4: return "(\(one)){1,3}\(other)"
    case 5: return "(\(one)){2}\(other)"
    default: return one + other
    }
  }
}
