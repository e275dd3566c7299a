import Bytes
import EventJSON
import TestSupport
import Testing

/// UTF-8, nesting, and random documents against the reference.
@Suite struct LookupLimitTests {
  /// First and last sequences of each row of Unicode's table 3-7.
  private static let wellFormed: [[UInt8]] = [
    [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0xBF, 0xBF],
    [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF], [0xED, 0x80, 0x80], [0xED, 0x9F, 0xBF],
    [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF0, 0xBF, 0xBF, 0xBF],
    [0xF1, 0x80, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x80, 0x80, 0x80],
    [0xF4, 0x8F, 0xBF, 0xBF],
  ]

  /// Sequences just outside the rows, and ones that are cut off.
  private static let illFormed: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x7F], [0xC2, 0xC0],
    [0xDF, 0x22], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0], [0xE0, 0xA0, 0x7F],
    [0xE1, 0x80, 0xC0], [0xE1, 0x7F, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
    [0xEF, 0xBF], [0xEF, 0xC0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF0, 0x90, 0x80], [0xF0, 0x90, 0x80, 0xC0], [0xF0, 0x90, 0x7F, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE],
    [0xFF], [0xFF, 0xFE],
  ]

  private func line(_ inside: [UInt8]) -> [UInt8] {
    Array(#"{"a":"x"#.utf8) + inside + Array(#"y"}"#.utf8)
  }

  @Test(arguments: wellFormed) func wellFormedUTF8Passes(sequence: [UInt8]) throws {
    #expect(problem(line(sequence)) == nil)
    #expect(problem(line(sequence + sequence)) == nil)
    #expect(try scan(line(sequence), ["a"]).kinds == [.string])
  }

  @Test(arguments: illFormed) func illFormedUTF8IsMalformedAtItsFirstByte(sequence: [UInt8]) {
    #expect(problem(line(sequence)) == JSONProblem(.invalidUTF8, at: 7))
    #expect(problem(line(sequence), ["a"]) == JSONProblem(.invalidUTF8, at: 7))
    let behind = line(Array("é".utf8) + sequence)
    #expect(problem(behind) == JSONProblem(.invalidUTF8, at: 9))
    let key = Array(#"{"x"#.utf8) + sequence + Array(#"":1}"#.utf8)
    #expect(problem(key) == JSONProblem(.invalidUTF8, at: 3))
  }

  @Test func everyTwoByteSequenceIsJudgedAsTheStandardLibraryDoes() {
    for first in UInt8(0x80)...0xFF {
      for second in [UInt8(0x00), 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
        let isValid = String(validating: line([first, second]), as: UTF8.self) != nil
        #expect((problem(line([first, second])) == nil) == (isValid && second >= 0x20))
      }
    }
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"{"b":"#, "}"), (#"[{"a":"#, "}]")])
  func nestingIsAllowedTo512(open: String, close: String) {
    let levels = open.hasPrefix("[{") ? 2 : 1
    for paths in [[], ["a"], ["a.a"], ["a[]"], ["a[][]", "a[].a"]] {
      for depth in [510, 511, 512, 513, 514, 600] {
        // The event itself is the first level.
        let count = (depth - 1 + levels - 1) / levels
        let actual = 1 + count * levels
        let opening = #"{"a":"# + String(repeating: open, count: count)
        let line = opening + "1" + String(repeating: close, count: count) + "}"
        let found = problem(line, paths)
        if actual <= 512 {
          #expect(found == nil, "depth \(actual)")
        } else {
          let full = (512 - 1) / levels
          // The bracket of the first level that is too many.
          var offset = 5 + full * open.utf8.count
          if (512 - 1) % levels == 1 { offset += 1 }
          #expect(found == JSONProblem(.tooDeep(limit: 512), at: offset), "depth \(actual)")
        }
      }
    }
  }

  @Test func hostileNestingNeedsNoStack() {
    for open in ["[", #"{"a":"#] {
      let line = #"{"a":"# + String(repeating: open, count: 100_000)
      #expect(problem(line)?.kind == .tooDeep(limit: 512))
      #expect(problem(line, ["a"])?.kind == .tooDeep(limit: 512))
    }
  }

  @Test func randomDocumentsAreAcceptedOrRefusedAsTheReferenceDoes() {
    var documents = RandomJSON(random: SeededGenerator(for: "LookupLimitTests.mutations"))
    let bytes = Array("{}[]\",:\\u0189.eE+-tfn \n\0\u{1F}\u{7F}".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
    var refused = 0
    for _ in 0..<1_500 {
      let document = Array(documents.object().utf8)
      #expect(problem(document) == nil, "seed \(documents.random.seed): \(document)")
      for _ in 0..<4 {
        var mutated = document
        let place = documents.random.below(mutated.count)
        switch documents.random.below(3) {
        case 0: mutated[place] = documents.random.pick(bytes)
        case 1: mutated.remove(at: place)
        default: mutated.insert(documents.random.pick(bytes), at: place)
        }
        let isAccepted = ReferenceJSON.accepts(mutated)
        if !isAccepted { refused += 1 }
        let found = problem(mutated)
        let observed = problem(mutated, observing: ["team", "a", "a[].team"])
        #expect((found == nil) == isAccepted, "seed \(documents.random.seed): \(mutated)")
        #expect(found == observed, "seed \(documents.random.seed): \(mutated)")
      }
    }
    // The comparison says something only if both answers are frequent.
    #expect(refused > 1_000)
  }
}
