import Bytes
import TestSupport
import Testing

@testable import Formatting

@Suite struct ShownTextTests {
  private func shown(_ bytes: [UInt8], atMost limit: Int? = nil) -> (text: String, columns: Int) {
    var columns = 0
    let text = collect { columns = ShownText.append(bytes.span, atMost: limit, into: &$0) }
    return (String(decoding: text, as: UTF8.self), columns)
  }

  private func shown(_ text: String, atMost limit: Int? = nil) -> (text: String, columns: Int) {
    shown(Array(text.utf8), atMost: limit)
  }

  @Test(arguments: [
    ("", "", 0), ("plain", "plain", 5), ("a\u{1B}[31mb", "a\\u{1b}[31mb", 12),
    ("\r\n\t", "\\u{d}\\u{a}\\u{9}", 15), ("\u{0}", "\\u{0}", 5), ("\u{7F}", "\\u{7f}", 6),
    ("\u{9B}", "\\u{9b}", 6), ("\u{202E}x", "\\u{202e}x", 9), ("\u{200B}", "\\u{200b}", 8),
    ("日本", "日本", 4), ("e\u{301}", "e\u{301}", 1), ("😀", "😀", 2),
    ("\u{E0041}", "\\u{e0041}", 9), ("é", "é", 1), ("\\", "\\", 1),
  ])
  func charactersAreShownAndCounted(text: String, expected: String, columns: Int) {
    let result = shown(text)
    #expect(Array(result.text.utf8) == Array(expected.utf8) && result.columns == columns)
    let bytes = Array(text.utf8)
    let counted = ShownText.columns(of: bytes.span, atMost: 100)
    #expect(counted == columns)
  }

  @Test func aLoneSurrogateIsItsEscape() {
    let result = shown([0x61, 0xED, 0xA0, 0x80, 0x62])
    #expect(result.text == "a\\ud800b" && result.columns == 8)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("日本語", 6, "日本語"),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 1, "…"), ("a\u{1B}b", 7, "a…"),
    ("a\u{1B}b", 8, "a\\u{1b}b"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("ab\u{301}", 2, "ab\u{301}"),
  ])
  func whatDoesNotFitIsCut(text: String, limit: Int, expected: String) {
    let result = shown(text, atMost: limit)
    #expect(Array(result.text.utf8) == Array(expected.utf8))
    #expect(result.columns <= limit)
  }

  @Test func marksWithoutEndAreNoCellWithoutWidth() {
    let text = "a" + String(repeating: "\u{301}", count: 1000)
    #expect(shown(text, atMost: 10).text.utf8.count < 40)
    #expect(shown(text).columns == 1 + 996 * 7)
  }

  /// What was cut is a beginning of what was not, and never wider than it may be.
  @Test func aCutTextIsABeginning() {
    var generator = SeededGenerator(for: "aCutTextIsABeginning")
    let alphabet: [Unicode.Scalar] = ["a", "日", "\u{301}", "\u{1B}", "\u{202E}", "😀", "é"]
    for _ in 0..<500 {
      let text = String(
        String.UnicodeScalarView((0..<generator.below(20)).map { _ in generator.pick(alphabet) }))
      let whole = shown(text)
      let limit = 1 + generator.below(30)
      let cut = shown(text, atMost: limit)
      if whole.columns <= limit {
        #expect(Array(cut.text.utf8) == Array(whole.text.utf8))
      } else {
        #expect(cut.columns <= limit && Array(cut.text.utf8.suffix(3)) == Array("…".utf8))
        #expect(Array(whole.text.utf8).starts(with: cut.text.utf8.dropLast(3)))
      }
    }
  }
}
