import TestSupport
import Testing

@testable import Redaction

@Suite struct KeptPartsTests {
  /// What a text became in one round: parts of it copied, and others put between them.
  private static func round(
    _ text: [UInt8], at start: Int, _ kept: inout KeptParts, _ random: inout SeededGenerator
  ) -> [UInt8] {
    var new: [UInt8] = []
    var offset = 0
    kept.beginRound()
    while offset < text.count {
      let end = min(text.count, offset + random.below(9))
      kept.keep(start + offset..<start + end, movedTo: new.count)
      new += text[offset..<end]
      new += random.bytes(random.below(4), of: Array("#".utf8))
      offset = min(text.count, end + random.below(5))
    }
    kept.endRound()
    return new
  }

  @Test func everyByteOfAKeptPartStandsInTheLastFormInOrder() {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      let line = random.bytes(60, of: Array(0...255))
      let range = 7..<7 + random.below(50)
      var kept = KeptParts()
      kept.isWanted = true
      kept.begin(range)
      var text = Array(line[range])
      var start = range.lowerBound
      for _ in 0...random.below(4) {
        text = Self.round(text, at: start, &kept, &random)
        start = 0
      }
      var (original, end) = (range.lowerBound, 0)
      for part in kept.parts {
        #expect(part.original >= original && part.start >= end && part.count > 0)
        #expect(line[part.original..<part.originalEnd] == text[part.start..<part.end])
        (original, end) = (part.originalEnd, part.end)
      }
      #expect(original <= range.upperBound && end <= text.count)
      // What is not a part was put in: only then may a byte of the line be anywhere else.
      let parts = kept.parts.map(\.count).reduce(0, +)
      #expect(text.count - parts == Self.added(text, kept))
    }
  }

  private static func added(_ text: [UInt8], _ kept: KeptParts) -> Int {
    var isKept = text.map { _ in false }
    for part in kept.parts { for offset in part.start..<part.end { isKept[offset] = true } }
    return isKept.count { !$0 }
  }

  @Test func aTextOfWhichNothingWasReplacedIsOnePart() {
    var kept = KeptParts()
    kept.isWanted = true
    kept.begin(5..<25)
    kept.beginRound()
    kept.keep(5..<9, movedTo: 0)
    kept.keep(9..<25, movedTo: 4)
    kept.endRound()
    #expect(kept.parts.count == 1)
    #expect(kept.parts.first?.original == 5 && kept.parts.first?.end == 20)
  }

  @Test func nothingIsNotedWhereNobodyAsks() {
    var kept = KeptParts()
    kept.begin(0..<9)
    kept.beginRound()
    kept.keep(0..<9, movedTo: 0)
    kept.endRound()
    #expect(kept.parts.isEmpty)
  }
}
