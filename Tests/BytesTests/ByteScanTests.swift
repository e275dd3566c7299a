import Bytes
import TestSupport
import Testing

@Suite struct ByteScanTests {
  /// Bytes on both sides of every bound that the scans test for.
  private static let edges: [UInt8] = [
    0x00, 0x01, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x61, 0x7E, 0x7F, 0x80, 0x81,
    0xA2, 0xDC, 0xFF,
  ]

  @Test(arguments: 0...70)
  func oneStopIsFoundWhereverItStands(length: Int) {
    for stop in Self.edges {
      for place in 0..<max(length, 1) where length > 0 {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = stop
        for start in [0, place, min(place + 1, length)] {
          let found = ByteScan.stringStop(in: bytes.span, from: start)
          let twin = ByteScan.scalarStringStop(in: bytes.span, from: start)
          #expect(found == twin, "byte \(stop) at \(place) of \(length) from \(start)")
        }
      }
    }
    let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    let end = ByteScan.stringStop(in: plain.span, from: 0)
    #expect(end == length)
  }

  @Test func stringStopsAreQuoteBackslashControlAndNonASCII() {
    for byte in UInt8.min ... .max {
      let isStop = byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80
      // Once in the vector's reach and once in the tail's.
      for length in [1, 16] {
        let bytes = [UInt8](repeating: byte, count: length)
        let found = ByteScan.stringStop(in: bytes.span, from: 0)
        #expect(found == (isStop ? 0 : length), "byte \(byte), \(length) times")
      }
    }
  }

  @Test(arguments: 0...70)
  func theFirstByteOutsideOfASCIIIsFoundWhereverItStands(length: Int) {
    for place in 0...length {
      var bytes = [UInt8](repeating: 0x7F, count: length)
      if place < length { bytes[place] = 0x80 }
      for start in [0, place, min(place + 1, length)] {
        let found = ByteScan.firstNonASCII(in: bytes.span, from: start)
        let twin = ByteScan.scalarFirstNonASCII(in: bytes.span, from: start)
        #expect(found == twin, "at \(place) of \(length) from \(start)")
      }
    }
  }

  @Test(arguments: 0...40)
  func nearStopIsTheStopOrTheEndOfWhatWasLookedAt(length: Int) {
    for stop in Self.edges {
      for place in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = stop
        for start in [0, 1, place, length] where start <= length {
          let found = ByteScan.nearStringStop(in: bytes.span, from: start)
          let twin = ByteScan.scalarStringStop(in: bytes.span, from: start)
          let expected = length - start < 16 ? start : min(twin, start + 16)
          #expect(found == expected, "byte \(stop) at \(place) of \(length) from \(start)")
        }
      }
    }
  }

  @Test func scansEqualTheirScalarTwinsOnRandomBytes() {
    var random = SeededGenerator(for: "ByteScanTests.random")
    for _ in 0..<600 {
      // Slices of one block, so that the same bytes are read at every alignment.
      let block = random.bytes(100, of: Self.edges + Array(repeating: 0x61, count: 40))
      let start = random.below(30)
      let bytes = block.span.extracting(start..<start + random.below(71))
      let needle = random.pick(Self.edges)
      for from in 0...min(bytes.count, 17) {
        let stop = ByteScan.stringStop(in: bytes, from: from)
        let stopTwin = ByteScan.scalarStringStop(in: bytes, from: from)
        #expect(stop == stopTwin, "seed \(random.seed)")
        let index = ByteScan.firstIndex(of: needle, in: bytes, from: from)
        let indexTwin = ByteScan.scalarFirstIndex(of: needle, in: bytes, from: from)
        #expect(index == indexTwin, "seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [
    ("", "", 0), ("a", "a", 0), ("a", "b", -1), ("b", "a", 1), ("a", "ab", -1), ("ab", "a", 1),
    ("", "a", -1), ("\u{7F}", "\u{80}", -1), ("é", "e\u{301}", 1),
  ])
  func comparisonOrdersByUnsignedBytesAndThenLength(left: String, right: String, order: Int) {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    let result = ByteScan.compare(first.span, second.span)
    #expect(result.signum() == order)
    let reverse = ByteScan.compare(second.span, first.span)
    #expect(reverse.signum() == -order)
  }

  @Test func equalityIsOfTheGivenRangeOnly() {
    let bytes = Array("xxteamxx".utf8)
    let team = Array("team".utf8)
    let there = ByteScan.equal(bytes.span, 2, 4, team.span)
    let beside = ByteScan.equal(bytes.span, 1, 4, team.span)
    let shorter = ByteScan.equal(bytes.span, 2, 3, team.span)
    let atEnd = ByteScan.equal(bytes.span, 8, 0, [UInt8]().span)
    #expect(there && !beside && !shorter && atEnd)
  }

  @Test(arguments: [
    ("true", 0, true), ("tru", 0, false), ("xtrue", 1, true), ("xtrue", 2, false), ("", 0, false),
    ("true", 4, false), ("true", 9, false), ("true", -1, false),
  ])
  func wordStandsOnlyWhereAllOfItFits(text: String, start: Int, expected: Bool) {
    let bytes = Array(text.utf8)
    let found = ByteScan.hasWord(bytes.span, at: start, "true")
    #expect(found == expected)
  }

  @Test(arguments: [
    ("blocked", true), ("BLOCKED", true), ("bLoCkEd", true), ("blocke", false),
    ("blockedd", false), ("block\u{65}\u{301}", false), ("BLOC\u{4B}\u{45}\u{24}", false),
  ])
  func caseIsIgnoredForASCIILettersOnly(text: String, expected: Bool) {
    let bytes = Array(text.utf8)
    let found = ByteScan.hasWord(bytes.span, ignoringCaseOf: "blocked")
    #expect(found == expected)
    let exact = ByteScan.equals(bytes.span, "blocked")
    #expect(exact == (text == "blocked"))
  }
}
