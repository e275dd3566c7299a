import TestSupport
import Testing

@testable import Redaction

@Suite struct DigitGroupsTests {
  @Test func groupsHaveLengthsSeparatorsAndEnds() {
    let groups = read("x 123-45-6789 y", at: 2)
    #expect(groups.digitCount == 9 && groups.count == 3)
    #expect([0, 1, 2, 3].map(groups.length) == [3, 2, 4, 0])
    #expect([0, 1, 2].map(groups.end) == [5, 8, 13])
    #expect(groups.separator(0) == UInt8(ascii: "-") && groups.separator(2) == 0)
    #expect(groups.value(9) == 123_456_789 && groups.value(3..<5) == 45)
  }

  @Test func aPatternFitsItsLengthsAndOneSeparatorOfTheSet() {
    #expect(read("123-45-6789").end(of: 0x324, .dash) == 11)
    #expect(read("123 45 6789").end(of: 0x324, .spaceOrDash) == 11)
    #expect(read("123.45.6789").end(of: 0x324, .spaceOrDash) == nil)
    #expect(read("123-45 6789").end(of: 0x324, .spaceOrDash) == nil)
    #expect(read("1234-45-6789").end(of: 0x324, .dash) == nil)
    #expect(read("123-45-67890").end(of: 0x324, .dash) == nil)
    #expect(read("123-45").end(of: 0x324, .dash) == nil)
    #expect(read("123456789").end(of: 0x9, .dash) == nil)
  }

  @Test func groupsBehindAPatternMayHaveAnotherSeparator() {
    #expect(read("123-45-6789 12").end(of: 0x324, .dash) == 11)
    #expect(read("123-45-6789-1").end(of: 0x324, .dash) == 11)
  }

  @Test func aBareNumberHasItsLengthExactly() {
    #expect(read("123456789").endOfBare(9) == 9)
    #expect(read("123456789 1").endOfBare(9) == 9)
    #expect(read("1234567890").endOfBare(9) == nil)
    #expect(read("123 456 789").end(bare: 9, or: 0x333, .space) == 11)
    #expect(read("123-456").end(of: 0x222, or: 0x33, .dash) == 7)
  }

  @Test func aSeparatorCountsBetweenDigitsOnly() {
    for text in ["123--45", "123- 45", "123-", "123.x", "123,45", "123:45", "123_45"] {
      #expect(read(text).count == 1, "\(text)")
    }
  }

  @Test func readingStopsAtThirtyTwoDigits() {
    let long = read(String(repeating: "7", count: 1_000))
    #expect(long.digitCount == 32 && long.count == 1 && long.length(0) == 255)
    #expect(long.endOfBare(32) == nil)
    let full = read(String(repeating: "7", count: 32))
    #expect(full.endOfBare(32) == 32)
    let cut = read("12345678 " + String(repeating: "7", count: 40))
    #expect(cut.length(0) == 8 && cut.length(1) == 255)
  }

  @Test func wordsAreRefusedThatLessThanSixDigitsBeginWithAndNoOthers() {
    var random = SeededGenerator(seed: 7)
    let pieces = ["1", "22", "333", " ", "-", ".", "x"]
    for _ in 0..<20_000 {
      let text = "0" + (0..<random.below(9)).map { _ in random.pick(pieces) }.joined()
      let bytes = Array(text.utf8)
      let end = bytes.firstIndex { !Boundary.isWord($0) } ?? bytes.count
      let mayBegin = DigitGroups.mayBegin(bytes.span, 0, end)
      #expect(mayBegin || read(text).digitCount < 6, "\(text)")
    }
    for (text, end) in [("4 4 4 4", 1), ("12345 x", 5)] {
      let bytes = Array(text.utf8)
      let mayBegin = DigitGroups.mayBegin(bytes.span, 0, end)
      #expect(!mayBegin, "\(text)")
    }
  }

  @Test func readingStopsBehindGroupsThatNoNumberBeginsWith() {
    let ones = read(String(repeating: "1 ", count: 50) + "1")
    #expect(ones.count == 2 && ones.digitCount == 2)
    #expect(read("12 12 12 12").count == 2)
    #expect(read("1 85 05 78 006 084 91").end(of: 0x122_2332, .space) == 21)
    #expect(read("1-2345-67890-12-1").end(of: 0x14521, .dash) == 17)
    #expect(read("51 824 753 556").end(of: 0x2333, .space) == 14)
  }

  @Test func readingStopsBehindTwentyDigits() {
    let many = read(String(repeating: "123-", count: 50) + "1")
    #expect(many.count == 7 && many.digitCount == 21)
    #expect(many.end(of: 0x33_3333, .dash) == 23)
    #expect(read("4000 0000 0000 0000 123").end(of: 0x44443, .space) == 23)
  }

  @Test func oneDigitRepeatedIsSeen() {
    #expect(read("111-11-1111").isOneDigitRepeated(9))
    #expect(!read("111-11-1112").isOneDigitRepeated(9))
    #expect(read("111-11-1112").isOneDigitRepeated(8))
    #expect(read("12").isOneDigitRepeated(0))
  }

  private func read(_ text: String, at start: Int = 0) -> DigitGroups {
    let bytes = Array(text.utf8)
    return DigitGroups(bytes.span, at: start)
  }
}
