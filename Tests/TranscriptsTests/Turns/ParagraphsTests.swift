import TestSupport
import Testing

@testable import Transcripts

@Suite struct ParagraphsTests {
  private func runs(_ text: String) -> [(String, Script?)] {
    let bytes = Array(text.utf8)
    var paragraphs = Paragraphs()
    var found: [(String, Script?)] = []
    while let run = paragraphs.next(in: bytes.span) {
      found.append((String(decoding: bytes[run.range], as: UTF8.self), run.script))
    }
    return found
  }

  @Test func linesOfOneScriptStayTogether() {
    let found = runs("one\n\ntwo\n3\n")
    #expect(found.map(\.0) == ["one\n\ntwo\n3\n"])
    #expect(found[0].1 == .latin)
  }

  @Test func aLineIsReadByItsFirstLetter() {
    let found = runs("123 مرحبا hello\nhello مرحبا\n\nשלום\n個人データ\n!!\nहिन्दी")
    #expect(
      found.map(\.0) == [
        "123 مرحبا hello", "hello مرحبا\n", "שלום", "個人データ\n!!", "हिन्दी",
      ])
    #expect(found.map(\.1) == [.arabic, .latin, .hebrew, .han, .devanagari])
    #expect(found.map { $0.1?.isRightToLeft } == [true, false, true, false, false])
  }

  @Test func whatHasNoLetterHasNoScript() {
    let found = runs("12 🙏\n--")
    #expect(found.count == 1 && found[0].1 == nil)
    #expect(runs("").map(\.0) == [""])
  }

  @Test func noByteIsLost() {
    var random = SeededGenerator(for: "paragraphs")
    for _ in 0..<200 {
      let text = (0..<random.below(40)).map { _ in
        random.pick(["a", "ש", "م", "\n", "\n", "1", "字"])
      }.joined()
      #expect(runs(text).map(\.0).joined(separator: "\n") == text)
    }
  }
}
