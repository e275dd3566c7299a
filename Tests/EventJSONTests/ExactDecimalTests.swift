import Bytes
import TestSupport
import Testing

@testable import EventJSON

@Suite struct ExactDecimalTests {
  private func number(_ text: String) -> ExactDecimal? {
    let bytes = Array(text.utf8)
    return ExactDecimal(bytes.span)
  }

  private func text(_ number: ExactDecimal) -> String {
    String(decoding: collect { number.write(into: &$0) }, as: UTF8.self)
  }

  private func sum(_ numbers: [String]) throws -> String {
    var sum = ExactDecimal.zero
    for text in numbers { #expect(sum.add(try #require(number(text), "\(text)"))) }
    return text(sum)
  }

  private static let nines = String(repeating: "9", count: 36)
  private static let tiny = "0." + String(repeating: "0", count: 35) + "1"

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.000e99", "0"), ("0e400", "0"), ("1", "1"), ("-1", "-1"),
    ("1.10", "1.1"), ("0.0047", "0.0047"), ("1e-9", "0.000000001"), ("12.50e3", "12500"),
    ("1E+3", "1000"), ("1e30", "1" + String(repeating: "0", count: 30)), ("1e-36", tiny),
    ("100000000000000000000e-20", "1"), (nines, nines),
    ("-\(nines).\(nines)", "-\(nines).\(nines)"),
    ("0.100000000000000000001", "0.100000000000000000001"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func aNumberIsWrittenExactly(spelling: String, written: String) throws {
    #expect(text(try #require(number(spelling))) == written)
  }

  @Test(arguments: [
    "1e400", "-1e400", "1e36", "1e-37", "1e-99999999999999999999", "0.1e-36",
    "1" + String(repeating: "0", count: 36), "1.\(nines)1",
    "1." + String(repeating: "1", count: 1_000_000),
  ])
  func aNumberOutsideIsRefused(spelling: String) { #expect(number(spelling) == nil) }

  @Test func sumsCarryAndChangeSign() throws {
    #expect(try sum(["0.1", "0.2"]) == "0.3")
    #expect(try sum(["1", "-0.000000000000000000000000000000000001"]) == "0.\(Self.nines)")
    #expect(try sum(["-1", Self.tiny]) == "-0.\(Self.nines)")
    #expect(try sum(["999999999999999999", "1"]) == "1000000000000000000")
    #expect(try sum(["1000000000000000000", "-1"]) == "999999999999999999")
    #expect(try sum(["1e35", "-1e35"]) == "0")
    #expect(try sum(["5", "-5", "-0.5"]) == "-0.5")
    #expect(try sum(["1e18", "-1e-18"]) == "999999999999999999.999999999999999999")
  }

  @Test func aSumThatDoesNotFitIsLeftAsItWas() throws {
    let most = try #require(number(Self.nines))
    var sum = ExactDecimal.zero
    var count = 0
    while sum.add(most) { count += 1 }
    #expect(count >= 7)
    let before = text(sum)
    #expect(!sum.add(most) && text(sum) == before)
    let other = sum
    #expect(!sum.add(other) && text(sum) == before)
  }

  /// Sums are those of whole numbers of ten-thousandths.
  @Test func sumsAreThoseOfWholeNumbers() throws {
    var generator = SeededGenerator(for: "sumsAreThoseOfWholeNumbers")
    for _ in 0..<300 {
      var model = 0
      var sum = ExactDecimal.zero
      for _ in 0..<50 {
        let units = Int(generator.next() % 2_000_000_000_000) - 1_000_000_000_000
        model += units
        #expect(sum.add(try #require(number("\(units)e-4"))))
      }
      let digits = String(model.magnitude)
      let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
      var expected = "\(padded.dropLast(4)).\(padded.suffix(4))"
      while expected.last == "0" { expected.removeLast() }
      if expected.last == "." { expected.removeLast() }
      #expect(text(sum) == (model < 0 ? "-" : "") + expected)
    }
  }
}
