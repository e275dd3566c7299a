import Foundation
import TestSupport
import Testing

@testable import Command

@Suite struct ToolTests {
  @Test(arguments: [
    (["--stats"], ["--stats"]), (["--stats=text"], ["--stats"]), ([], []),
    (["a", "--stats=json", "b"], ["a", "--stats-as-json", "b"]),
    (["--", "--stats=json"], ["--", "--stats=json"]), (["--stats=x"], ["--stats=x"]),
    (["--text", "--stats"], ["--text", "--stats"]),
  ])
  func statsTakesAFormatOrNone(arguments: [String], expected: [String]) {
    #expect(Arguments.prepared(arguments) == expected)
  }

  @Test(arguments: [
    ("Missing expected argument '<path>'.", "missing expected argument '<path>'"),
    ("A\nB\r\nC", "a B C"), ("", "bad usage"), ("Twice..", "twice"),
    ("unknown option '--\u{1B}[31m'", "unknown option '--\\u{1b}[31m'"), ("É.", "é"),
    ("\n\n", "bad usage"),
  ])
  func sentenceIsOneLineInLowerCaseWithoutAFullStop(message: String, expected: String) {
    #expect(Arguments.sentence(message) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("--since=2026-01-01", "--since=2026-01-01"),
    ("a/b.c:d,e@f%g+h", "a/b.c:d,e@f%g+h"),
    ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("'", #"''\'''"#), ("$HOME", "'$HOME'"),
    ("a\nb", "'a\nb'"), ("é", "'é'"), ("*", "'*'"), ("~", "'~'"), (#"\"#, #"'\'"#), ("#x", "'#x'"),
    ("a;b", "'a;b'"),
  ])
  func wordsAreQuotedOnlyWhereTheyMustBe(word: String, expected: String) {
    #expect(ShellQuoting.quoted(word) == expected)
  }

  @Test(arguments: [
    "plain", "", "a b", "it's", "''", "'\u{301}; echo x #", "$(id)`id`$HOME", "\\", "a\\'b", "!x",
    "a\n\tb", "é😀\u{202E}", "*?[a]", "{a,b}", "-n", "a=b", "'\u{200D}'",
  ])
  func shellReadsTheWordBack(word: String) throws {
    let folder = try TemporaryFolder()
    let result = try runScript("printf '%s' \(ShellQuoting.quoted(word))", in: folder.url)
    #expect(result.status == 0)
    #expect(Array(result.output) == Array(word.utf8))
  }
}
