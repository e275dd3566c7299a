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

  @Test func chainsOfSingleDigitsHideNothing() {
    var random = SeededGenerator(for: "AnchorScan chains")
    let pieces = ["1 ", "4 ", "0 ", "1.", "+1 ", "1-", "(2) ", "12 ", "a1 ", ") ", ": ", "é"]
    let values = [
      "415-555-0132 ", "+14155550132 ", "4111 1111 1111 1111 ", "0 30 901820 ", "8.8.8.8 ",
    ]
    for _ in 0..<600 {
      let few = (0..<2).compactMap { _ in pieces.randomElement(using: &random) }
      var text = "phone "
      for _ in 0..<Int.random(in: 20...120, using: &random) {
        let isValue = Int.random(in: 0..<40, using: &random) == 0
        text += (isValue ? values : few).randomElement(using: &random) ?? ""
      }
      if let complaint = RedactionCheck.twins(Array(text.utf8), key: Array("phone".utf8)) {
        Issue.record("\(text): \(complaint)")
        return
      }
    }
  }
}
