import Testing

@testable import Bytes

@Suite struct PosixSyntaxLiteralTests {
  @Test(arguments: [
    ("abc", "abc"), ("a(bc)d", "abcd"), ("a|b", nil), ("abc(d|e)fg", "abc"), ("ab[cd]efg", "efg"),
    ("ab?cd", "cd"), ("abc*", "ab"), ("(abc)+d", "abc"), ("(ab){3}", "ababab"),
    ("(ab){2,}", "abab"), ("x{0,3}yy", "yy"), ("^key$", "key"), ("[.]com", ".com"), ("\\.x", ".x"),
    ("[0-9]+", nil), ("", nil), (".*", nil), ("é+", "é"), ("(a{9}){9}", "aaaaaaaaa"),
    ("ACME-[0-9]{6}-(alpha|beta)", "ACME-"), ("\\bEMP[0-9]+\\b", "EMP"), ("(abc)", "abc"),
    ("(abc)?", nil), ("a(b|)c", "a"),
  ])
  func everyMatchHoldsTheLongestLiteral(pattern: String, literal: String?) throws {
    let syntax = try PosixParser.parse(pattern)
    #expect(syntax.requiredLiteral.map { String(decoding: $0, as: UTF8.self) } == literal)
  }
}
