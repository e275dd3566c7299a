import Bytes
import Stages
import Testing

@testable import Redaction

@Suite struct WordDetectorTests {
  private func found(_ lists: [[String]], in text: String) throws -> [String] {
    let named = lists.map { UserWords(name: "W", words: $0.map { Array($0.utf8) }) }
    let detector = try WordDetector(named, firstKind: 64)
    var hits = Hits(wanted: 0)
    let bytes = Array(text.utf8)
    detector.find(bytes.span, into: &hits)
    return hits.found.map { hit in
      let value = String(decoding: bytes[hit.start..<hit.end], as: UTF8.self)
      return "\(hit.kind):\(value)"
    }
  }

  @Test(arguments: [
    ("Jane Doe", "by jane DOE.", "jane DOE"), ("Jane Doe", "Jane\n\t Doe", "Jane\n\t Doe"),
    (" Jane  Doe ", "(Jane Doe)", "Jane Doe"), ("Doe", "Doe_x", "Doe"), ("Doe", "李Doe说", "Doe"),
    ("Jane Doe", "Jane\u{A0}Doe", "Jane\u{A0}Doe"), ("李雷", "我是李雷的", "李雷"),
    ("Müller", "mÜller", nil), ("Müller", "müLLER", "müLLER"),
    ("Müller", "Frau Müller!", "Müller"), ("Doe", "Doeä", nil), ("Doe", "éDoe", nil),
    ("Doe", "Doe9", nil), ("Doe", "xDoe", nil), ("Doe", "Doer", nil), ("Jane Doe", "JaneDoe", nil),
    ("Jane Doe", "Jane-Doe", nil), ("O'Brien", "Mr O'BRIEN,", "O'BRIEN"), ("AT&T", "AT&TX", nil),
    ("C++", "C++!", "C++"), ("C++", "C++11", nil), ("@corp", "x @corp", "@corp"),
    ("@corp", "jo@corp", nil), ("สมชาย", "คุณสมชายครับ", "สมชาย"), ("김철수", "김철수는", "김철수"),
    ("Doe", "“Doe”", "Doe"), ("Doe", "Doe’s", "Doe"), ("Иван", "Иванов", nil),
    ("Иван", "это Иван.", "Иван"), ("a", "", nil), ("", "a", nil), ("  ", " a ", nil),
  ])
  func entriesMatchAsWholeWords(entry: String, text: String, expected: String?) throws {
    let hits = try found([[entry]], in: text)
    #expect(hits == (expected.map { ["64:\($0)"] } ?? []))
  }

  @Test func longestEntryWinsAtAPlace() throws {
    let lists = [["Jane", "Jane Doe Smith"], ["Jane Doe", "Doe", "jane"]]
    let all = try found(lists, in: "Jane Doe Smith Jane Doe Smit Jane Do Doe")
    #expect(all == ["64:Jane Doe Smith", "65:Jane Doe", "64:Jane", "65:Doe"])
  }

  @Test func bytesThatAreNoCharactersBorderWords() throws {
    let detector = try WordDetector(
      [UserWords(name: "W", words: [Array("Doe".utf8)])], firstKind: 64)
    var hits = Hits(wanted: 0)
    let bytes: [UInt8] =
      [0xFF] + Array("Doe".utf8) + [0xC3, 0xE4, 0xBD] + Array("Doe".utf8) + [0xF0]
    detector.find(bytes.span, into: &hits)
    #expect(hits.found.map(\.start) == [1, 7])
  }

  @Test func longEntriesAreUsageErrors() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 257)
    let problem = #expect(throws: Problem.self) {
      try WordDetector([UserWords(name: "NAMES", words: [long])], firstKind: 64)
    }
    #expect(problem?.message.contains("--words: NAMES: an entry is longer than 256") == true)
    _ = try WordDetector([UserWords(name: "NAMES", words: [Array(long.dropLast())])], firstKind: 64)
  }

  @Test func manyEntriesAreFoundEachOfThem() throws {
    let names = (0..<20_000).map { "Name\($0) Family\($0 % 7)" }
    let hits = try found([names], in: names.reversed().joined(separator: ", "))
    #expect(hits == names.reversed().map { "64:\($0)" })
  }

  @Test(arguments: ["a ", "a", " ", "a\n\n\n\n", "ab ", "é", "李"])
  func timeIsInProportionToTheTextWhateverTheListsHold(piece: String) throws {
    let entries = (1...127).map { Array(repeating: "a", count: $0).joined(separator: " ") + " b" }
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let clock = ContinuousClock()
    let start = clock.now
    let hits = try found([entries], in: text)
    #expect(hits.isEmpty)
    #expect(clock.now - start < .seconds(20))
  }
}
