import Testing

@testable import Redaction

@Suite struct ChecksumsTests {
  @Test func luhnHoldsForPublishedNumbersAndForNoNeighbour() {
    for number in ["79927398713", "4111111111111111", "0", "18"] {
      #expect(isLuhn(number), "\(number)")
    }
    for digit in 0...9 where digit != 3 { #expect(!isLuhn("7992739871\(digit)")) }
  }

  @Test func luhnReadsTheRangeThatIsAsked() {
    let bytes = Array("99927398713".utf8)
    let groups = DigitGroups(bytes.span, at: 0)
    #expect(Checksums.isLuhn(groups, 2..<2))
    #expect(!Checksums.isLuhn(groups, 0..<11))
  }

  @Test func aSumTakesAsManyDigitsAsThereAreWeights() {
    let bytes = Array("12-34".utf8)
    let groups = DigitGroups(bytes.span, at: 0)
    #expect(Checksums.sum(groups, [1, 10, 100]) == 321)
  }

  @Test func aDateIsOneOfTheCalendar() {
    #expect(Checksums.isDate(year: 2000, month: 2, day: 29))
    #expect(!Checksums.isDate(year: 1900, month: 2, day: 29))
    #expect(Checksums.isDate(year: 2024, month: 2, day: 29))
    #expect(!Checksums.isDate(year: 2023, month: 2, day: 29))
    #expect(Checksums.isDate(year: 1999, month: 12, day: 31))
    #expect(!Checksums.isDate(year: 1999, month: 4, day: 31))
    for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 32), (-1, 5), (6, -3)] {
      #expect(!Checksums.isDate(year: 2001, month: month, day: day))
    }
  }

  private func isLuhn(_ number: String) -> Bool {
    let bytes = Array(number.utf8)
    return Checksums.isLuhn(DigitGroups(bytes.span, at: 0), 0..<bytes.count)
  }
}
