import Stages
import Testing

@Suite struct BlankLineTests {
  private func isBlank(_ text: String, from start: Int = 0) -> Bool {
    let bytes = Array(text.utf8)
    return BlankLine.isBlank(bytes.span, from: start)
  }

  @Test(arguments: ["", " ", "\t", "\r", " \t \r"]) func whiteSpaceIsBlank(line: String) {
    #expect(isBlank(line))
  }

  @Test(arguments: ["{", " x", "\u{0B}", "\u{0C}", "\u{00}", "\u{A0}", "\u{FEFF}"])
  func anythingElseIsNot(line: String) {
    #expect(!isBlank(line))
  }

  @Test func whatStandsBeforeTheOffsetDoesNotCount() {
    #expect(isBlank("{}  ", from: 2))
    #expect(!isBlank("{}  }", from: 2))
  }
}
