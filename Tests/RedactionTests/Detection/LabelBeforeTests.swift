import Bytes
import Testing

@testable import Redaction

@Suite struct LabelBeforeTests {
  private func isLabelled(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let words = ["ver", "version", "clause"].map { Array($0.utf8) }
    return LabelBefore.isOne(of: words, before: bytes.count, in: bytes.span)
  }

  @Test(arguments: ["version ", "Version: ", "version=\"", "VER.", "ver. ", "clause (", "version"])
  func aWordRightBeforeIsALabel(_ text: String) { #expect(isLabelled(text)) }

  @Test(arguments: ["clause. (", "version. ", "subversion ", "version of ", "", "9", "version    "])
  func anotherWordOrASentencesEndIsNone(_ text: String) { #expect(!isLabelled(text)) }
}
