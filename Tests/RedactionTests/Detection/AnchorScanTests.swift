import TestSupport
import Testing

@testable import Redaction

@Suite struct AnchorScanTests {
  @Test func findsWhatItsPlainTwinFindsInRandomTexts() {
    var texts = RandomTexts(SeededGenerator(for: "AnchorScan"))
    for _ in 0..<1_500 {
      let text = texts.next()
      if let complaint = RedactionCheck.twins(text, key: Array("note".utf8)) {
        Issue.record("\(String(decoding: text, as: UTF8.self)): \(complaint)")
        return
      }
    }
  }

  @Test func findsEveryKindAtEveryOffsetOfABlock() {
    for entry in KindTable.entries {
      for count in 0..<66 {
        for filling in [" ", "é"] {
          let text = String(repeating: filling, count: count) + entry.example
          let bytes = Array(text.utf8)
          #expect(RedactionCheck.twins(bytes, key: []) == nil, "\(entry.name) at \(count)")
        }
        let words = String(repeating: "a", count: count) + " " + entry.example
        #expect(!values(of: entry.kind, in: words).isEmpty, "\(entry.name) at \(count)")
      }
    }
  }

  @Test func aWordMayFillSeveralBlocks() {
    for count in [63, 64, 65, 127, 128, 129, 300] {
      for filling in ["a", "_", "0", "f1"] {
        for end in ["", "1", " 1", "1.", ":1"] {
          let text = String(repeating: filling, count: count) + end + " x1"
          #expect(RedactionCheck.twins(Array(text.utf8), key: []) == nil)
        }
      }
    }
  }
}
