import Testing

@testable import Filtering

@Suite struct ExpressionLexerTests {
  private func tokens(_ text: String) throws(SelectionProblem) -> [(token: Token, offset: Int)] {
    var lexer = ExpressionLexer(text)
    var result: [(token: Token, offset: Int)] = []
    repeat { result.append(try lexer.next()) } while result.last?.token != .end
    return result
  }

  @Test func tokensComeWithTheirOffsets() throws {
    let found = try tokens(#" team == "a b" and .x."y z"[] >= -1.5e3"#)
    #expect(
      found.map(\.token) == [
        .word("team"), .symbol("=="), .string(Array("a b".utf8)), .word("and"),
        .path(#".x."y z"[]"#), .symbol(">="), .number("-1.5e3"), .end,
      ])
    #expect(found.map(\.offset) == [1, 6, 9, 15, 19, 30, 33, 39])
  }

  @Test(arguments: [
    ("==", ["=="]), ("!=<=>=", ["!=", "<=", ">="]), ("<>", ["<", ">"]),
    ("~(,)", ["~", "(", ",", ")"]),
  ])
  func symbolsAreCutAtTheLongest(text: String, expected: [String]) throws {
    let found = try tokens(text).dropLast().map(\.token)
    #expect(found == expected.map { .symbol($0) })
  }

  @Test(arguments: ["2026-01-31", "2026-01-31T12:00:00.5+02:00", "7d", "-0", "1e400", "1E-7"])
  func numbersTimesAndSpansAreOneToken(text: String) throws {
    let found = try tokens(text).map(\.token)
    #expect(found == [.number(text), .end])
  }

  @Test(arguments: [
    (#""""#, ""), (#"'it "is"'"#, #"it "is""#), (#""it's""#, "it's"), (#"'it\'s'"#, "it's"),
    (#""\"\\\/""#, #""\/"#), (#""\n\r\t\b\f""#, "\n\r\t\u{8}\u{C}"), (#""\u00e9""#, "é"),
    (#""a\.b\d""#, #"a\.b\d"#), ("\"é😀\"", "é😀"), (#""\u0041BC""#, "ABC"),
    (#""\ud83d\ude00""#, "😀"),
  ])
  func textsAreUnescapedAsInJSON(text: String, expected: String) throws {
    let found = try tokens(text).map(\.token)
    #expect(found == [.string(Array(expected.utf8)), .end])
  }

  @Test(arguments: [
    (#"team == "a"#, 9), ("team == 'a", 9), (#""a\"#, 3), ("team = 1", 6), ("a & b", 3),
    ("é == #", 6),
    (#""\u12""#, 2), (#""\ud800""#, 2), (#""x\uZZZZ""#, 3), ("a ! b", 3), ("a | b", 3), (#"""#, 1),
    ("a == \"b\" ;", 10),
  ])
  func whatIsNoTokenIsAProblemAtItsColumn(text: String, column: Int) {
    let problem = #expect(throws: SelectionProblem.self) { try tokens(text) }
    #expect(problem?.location == SelectionProblem.Location(text: text, column: column))
    #expect(problem?.option == "--where")
  }

  @Test func singleEqualsSignIsExplained() {
    let problem = #expect(throws: SelectionProblem.self) { try tokens("team = 1") }
    #expect(problem?.reason.contains("==") == true)
  }
}
