import Bytes
import TestSupport
import Testing

@Suite struct WordFinderTests {
  private func check(
    _ word: [UInt8], _ bytes: Span<UInt8>, _ ignoresCase: Bool, _ start: Int, _ seed: UInt64
  ) {
    let finder = WordFinder(word, ignoringCase: ignoresCase)
    let found = finder.firstIndex(in: bytes, from: start)
    let twin = ByteScan.scalarFirstIndex(
      ofWord: word.span, ignoringCase: ignoresCase, in: bytes, from: start)
    #expect(found == twin, "word \(word) from \(start), case ignored: \(ignoresCase), \(seed)")
  }

  @Test func finderEqualsItsScalarTwinOnRandomBytes() {
    var random = SeededGenerator(for: "WordFinderTests.random")
    // Few different bytes, so that words nearly stand nearly everywhere; @ and ` are A and a
    // without the bit that case ignores, { and [ likewise.
    let alphabets = ["ab", "aAbB", "aA@`{[", "e t\"", "\u{80}\u{A0}a", "kK{\u{1B}"]
    for alphabet in alphabets.map({ Array($0.utf8) }) {
      for _ in 0..<400 {
        let block = random.bytes(90, of: alphabet)
        let start = random.below(20)
        let bytes = block.span.extracting(start..<start + random.below(71))
        let word = random.bytes(1 + random.below(5), of: alphabet)
        check(word, bytes, Bool.random(using: &random), random.below(4), random.seed)
      }
    }
  }

  @Test(arguments: 0...70)
  func wordIsFoundAtEveryPlaceOfEveryLength(length: Int) {
    for word in ["k", "ke", "kubernetes"].map({ Array($0.utf8) }) where word.count <= length {
      for place in 0...(length - word.count) {
        var bytes = [UInt8](repeating: UInt8(ascii: "e"), count: length)
        bytes.replaceSubrange(place..<place + word.count, with: word)
        let found = WordFinder(word).firstIndex(in: bytes.span, from: 0)
        #expect(found == place)
        let behind = WordFinder(word).firstIndex(in: bytes.span, from: place + 1)
        #expect(behind == nil)
      }
    }
  }

  @Test func startAtOrBehindTheEndFindsNothing() {
    let bytes = Array("word".utf8)
    for start in 1...6 {
      let found = WordFinder(bytes).firstIndex(in: bytes.span, from: start)
      #expect(found == nil)
    }
  }

  @Test(
    arguments: [
      ("SECRET", "the Secret", true, 4), ("SECRET", "the Secret", false, nil),
      ("k", "\u{212A}", true, nil), ("É", "é", true, nil), ("@", "`", true, nil),
      ("[", "{", true, nil), ("é", "caf\u{E9}", false, 3),
    ] as [(String, String, Bool, Int?)])
  func caseIsIgnoredForASCIILettersOnly(
    word: String, text: String, ignoresCase: Bool, expected: Int?
  ) {
    let bytes = Array(text.utf8)
    let finder = WordFinder(Array(word.utf8), ignoringCase: ignoresCase)
    let found = finder.firstIndex(in: bytes.span, from: 0)
    #expect(found == expected)
  }
}
