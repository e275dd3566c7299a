import Bytes
import TestSupport
import Testing

@testable import Transcripts

@Suite struct ShownTextTests {
  /// The pieces in a readable form: `plain`, `<hidden>`, `{redacted}`.
  private func shown(_ bytes: [UInt8]) -> String {
    var pieces = ShownText(markingRedactions: true)
    var result = ""
    let text = bytes.span
    while let piece = pieces.next(in: text) {
      switch piece {
      case .plain(let range): result += String(copying: text.extracting(range))
      case .hidden(let value):
        result += "<" + collect { Codepoint.append(value, to: &$0) } + ">"
      case .redacted(let range): result += "{" + String(copying: text.extracting(range)) + "}"
      }
    }
    return result
  }

  private func collect(_ body: (inout Output) -> Void) -> String {
    var output = Output(capacity: 64)
    body(&output)
    return String(copying: output.bytes)
  }

  @Test(arguments: [
    ("a\u{0}b", "a<U+0000>b"), ("\u{1B}[31m", "<U+001B>[31m"), ("a\rb\r\nc", "a<U+000D>b\r\nc"),
    ("\u{7F}\u{80}\u{9F}\u{A0}", "<U+007F><U+0080><U+009F>\u{A0}"),
    ("x\u{202E}y\u{2066}z", "x<U+202E>y<U+2066>z"),
    ("\u{200E}\u{200F}\u{61C}", "<U+200E><U+200F><U+061C>"),
    ("\u{2028}\u{2029}\u{FEFF}\u{200B}", "<U+2028><U+2029><U+FEFF><U+200B>"),
    ("a\u{E0041}\u{E007F}", "a<U+E0041><U+E007F>"), ("\u{FFFE}\u{1FFFF}", "<U+FFFE><U+1FFFF>"),
    ("tab\tline\n", "tab\tline\n"),
    ("x\u{3164}\u{115F}\u{FFA0}\u{180E}", "x<U+3164><U+115F><U+FFA0><U+180E>"),
    ("\u{FE0F}a\u{FE00}\u{E0101}\u{E0102}", "<U+FE0F>a\u{FE00}<U+E0101><U+E0102>"),
  ])
  func whatIsNotSeenOrActsIsShownByItsCodePoint(text: String, expected: String) {
    #expect(shown(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "مرحبا", "שלום", "हिन्दी", "家庭", "👨‍👩‍👧 ❤️", "می‌خواهم", "e\u{301}", "",
    "葛\u{E0100}城", "☎\u{FE0E}☎\u{FE0F}", "한",
  ])
  func whatScriptsNeedStays(text: String) {
    #expect(shown(Array(text.utf8)) == text)
  }

  @Test func halfASurrogatePairIsShown() {
    #expect(shown([0x61, 0xED, 0xA0, 0x80, 0x62]) == "a<U+D800>b")
  }

  @Test(arguments: [
    ("to [EMAIL_ADDRESS].", "to {[EMAIL_ADDRESS]}."), ("[REDACTED]", "{[REDACTED]}"),
    ("[JWT][VIN]", "{[JWT]}{[VIN]}"),
    (
      "x EMAIL_ADDRESS_a1_0123456789abcdef0123456789abcdef y",
      "x {EMAIL_ADDRESS_a1_0123456789abcdef0123456789abcdef} y"
    ),
    ("****-****-****-1111", "{****-****-****-1111}"), ("ja**@*******.***", "{ja**@*******.***}"),
  ])
  func tracesOfRedactionsAreMarked(text: String, expected: String) {
    #expect(shown(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "[NOTE] [1] [] [a_b] [", "**bold text**", "***", "2 * 3 ** 4", "SHA_0123456789abcdef",
    "x_EMAIL_ADDRESS_a1_0123456789abcdef0123456789abcde", "EMAIL_ADDRESS",
    "EMAIL_ADDRESS_a1_0123456789ABCDEF0123456789abcdef",
  ])
  func otherTextIsNotMarked(text: String) {
    #expect(shown(Array(text.utf8)) == text)
  }

  @Test func longTextsAreLinear() {
    for piece in ["A", "A_", "*a", "[A_", "\u{202E}", "a1_"] {
      let text = String(repeating: piece, count: 200_000)
      let duration = ContinuousClock().measure { _ = shown(Array(text.utf8)) }
      #expect(duration < .seconds(20), "\(piece)")
    }
  }
}
