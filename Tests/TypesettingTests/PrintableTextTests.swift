import Bytes
import TestSupport
import Testing

@testable import Typesetting

/// The text that is set for bytes that may be anything.
private func printed(_ bytes: [UInt8]) -> String {
  var text = PrintableText()
  text.append(bytes.span)
  return String(decoding: collect { text.copy(to: &$0) }, as: UTF8.self)
}

private func printed(_ text: String) -> String { printed(Array(text.utf8)) }

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("nul \0 end", "nul ‹U+0000› end"), ("\u{1B}[31m", "‹U+001B›[31m"), ("\u{7F}", "‹U+007F›"),
    ("\u{85}\u{9F}", "‹U+0085›‹U+009F›"), ("\u{202E}evil\u{202C}", "‹U+202E›evil‹U+202C›"),
    ("\u{2066}a\u{2069}", "‹U+2066›a‹U+2069›"),
    ("\u{61C}\u{200E}\u{200F}", "‹U+061C›‹U+200E›‹U+200F›"),
    ("\u{2028}\u{2029}", "‹U+2028›‹U+2029›"), ("a\rb\r\nc\r", "a‹U+000D›b\nc‹U+000D›"),
  ])
  func whatActsOrHidesIsNamed(_ given: String, _ expected: String) {
    #expect(printed(given) == expected)
  }

  @Test(arguments: [
    "", "plain\n\ttext ~", "naïve 你好 שלום مرحبا नमस्ते 👨‍👩‍👧 🇩🇪 \u{200D}\u{200C}\u{FEFF}", "(a\\)",
  ])
  func otherTextStays(_ text: String) {
    #expect(printed(text) == text)
  }

  @Test func noncharactersAreNamed() {
    #expect(printed([0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90]) == "‹U+FFFE›‹U+FDD0›")
    #expect(printed([0xF4, 0x8F, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBE]) == "‹U+10FFFF›‹U+1FFFE›")
  }

  @Test func whatIsNoUTF8IsReplaced() {
    #expect(printed([0x61, 0xFF, 0x62, 0xC3]) == "a\u{FFFD}b\u{FFFD}")
    #expect(printed([0xED, 0xA0, 0x80, 0x21]) == "\\ud800!")
  }

  @Test func anythingBecomesTextWithoutControls() {
    var random = SeededGenerator(for: "PrintableTextTests.anything")
    for _ in 0..<2_000 {
      let bytes = random.bytes(
        random.below(40),
        of: [0, 10, 13, 0x41, 0x7F, 0x80, 0xAE, 0xC2, 0xE2, 0xED, 0xA0, 0xF0, 0xFF])
      var text = PrintableText()
      text.append(bytes.span)
      let result = collect { text.copy(to: &$0) }
      #expect(Array(String(decoding: result, as: UTF8.self).utf8) == result, "seed \(random.seed)")
      #expect(result.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 10 }, "seed \(random.seed)")
    }
  }

  @Test func aTextIsEmptiedAndFilledAgain() {
    var text = PrintableText("first")
    text.removeAll()
    text.append("second")
    #expect(text.count == 6)
    #expect(collect { text.copy(to: &$0) } == Array("second".utf8))
  }

  @Test func aLineHasNoNewline() {
    #expect(PrintableText.line("a\nb\tc\0") == "a b c‹U+0000›")
  }
}
