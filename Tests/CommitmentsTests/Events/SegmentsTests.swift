import Bytes
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct SegmentsTests {
  private func ends(_ text: [UInt8]) -> [Int] {
    var ends: [Int] = []
    Segments.find(in: text.span, into: &ends)
    return ends
  }

  private func pieces(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let ends = ends(bytes)
    return zip([0] + ends, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }

  private struct Row: Decodable {
    let text: String
    let lengths: [Int]
  }

  @Test func theVectorsHold() throws {
    let rows = try Vectors.rows("segments.jsonl", of: Row.self)
    #expect(rows.count == 39)
    for row in rows {
      let ends = ends(Array(row.text.utf8))
      #expect(zip([0] + ends, ends).map { $1 - $0 } == row.lengths)
    }
  }

  @Test func wordsOfPersonsAndMachinesStandAlone() {
    #expect(
      pieces("Contact jane.doe@company.com, please.")
        == ["Contact ", "jane.doe@company.com, ", "please."])
    #expect(pieces(" 4711") == [" ", "4711"])
    #expect(pieces("1 2 \n3\tx") == ["1 2 \n3\t", "x"])
    #expect(pieces("").isEmpty)
  }

  /// The rule as the specification writes it down, token by token.
  private func endByTheLetter(_ text: ArraySlice<UInt8>) -> Int {
    func isWhite(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    let limit = min(text.endIndex, text.startIndex + 256)
    var offset = text.startIndex
    var temper: Bool?
    while offset < limit, offset - text.startIndex < 128 {
      var end = offset
      while end < limit, !isWhite(text[end]) { end += 1 }
      let isHot = text[offset..<end].contains { (0x30...0x39).contains($0) || $0 == 0x40 }
      while end < limit, isWhite(text[end]) { end += 1 }
      guard temper == nil || temper == isHot else { break }
      temper = isHot
      offset = end
    }
    while offset < text.endIndex, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    let dense = Bool.random(using: &generator)
    let letters = [
      "a", "bc", "é", "€", "😂", " ", "  ", "\t", "\n", "\r", ".", "/", ":", "A", "\u{B0}", "\u{1}",
      "\u{B}",
      "\u{1F}", "!",
    ]
    let hot = ["0", "9", "@", "5"]
    return (0..<Int.random(in: 0...700, using: &generator)).flatMap { _ in
      let isHot = Int.random(in: 0..<(dense ? 8 : 80), using: &generator) == 0
      let isWord = Int.random(in: 0..<(dense ? 2 : 9), using: &generator) > 0
      let set = isHot ? hot : isWord ? letters.filter { !$0.allSatisfy(\.isWhitespace) } : letters
      return Array((set.randomElement(using: &generator) ?? "a").utf8)
    }
  }

  @Test func theCutIsThatOfTheRuleByTheLetter() {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<600 {
      let text = randomText(&generator)
      var expected: [Int] = []
      while expected.last ?? 0 < text.count {
        expected.append(endByTheLetter(text[(expected.last ?? 0)...]))
      }
      #expect(ends(text) == expected)
    }
  }

  @Test func anyRunOfWholeSegmentsIsCutTheSameWhenSeenAlone() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<200 {
      let text = randomText(&generator)
      let bounds = [0] + ends(text)
      guard bounds.count > 1 else { continue }
      let first = Int.random(in: 0..<bounds.count - 1, using: &generator)
      let last = Int.random(in: first + 1..<bounds.count, using: &generator)
      let run = Array(text[bounds[first]..<bounds[last]])
      #expect(ends(run) == bounds[first + 1...last].map { $0 - bounds[first] })
    }
  }

  @Test func charactersAreNeverCut() {
    for width in 253...259 {
      let text = Array((String(repeating: "x", count: width) + "😂😂").utf8)
      for end in ends(text) where end < text.count { #expect(text[end] & 0xC0 != 0x80) }
    }
  }
}
