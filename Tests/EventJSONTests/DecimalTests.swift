import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct DecimalTests {
  private func compare(_ left: String, _ right: String) -> Int {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    return Decimal.compare(first.span, second.span).signum()
  }

  @Test(arguments: [
    ("1.10", "1.1"), ("0.1e1", "1"), ("1e2", "100"), ("100", "1E+2"), ("1e-2", "0.01"),
    ("-0", "0"), ("-0.0e9", "0e-9"), ("0", "0.000"), ("0e400", "-0"), ("12.50e3", "12500"),
    ("1e400", "10e399"), ("0.001e3", "1.000"), ("123456789e-9", "0.123456789"),
    ("-1.0", "-1"), ("100000000000000000000", "1e20"), ("10.0", "1e1"), ("1e00", "1"),
    ("1e+0", "1e-0"), ("0.10e-0", "0.1"), ("9007199254740993.0", "9007199254740993"),
  ])
  func spellingsOfOneNumberAreEqual(left: String, right: String) {
    #expect(compare(left, right) == 0)
    #expect(compare(right, left) == 0)
  }

  @Test(arguments: [
    ("9007199254740992", "9007199254740993"), ("9007199254740993", "9007199254740994"),
    ("1e400", "1e401"), ("-1e401", "-1e400"), ("1e308", "1e309"), ("0", "1e-400"),
    ("-1e-400", "0"), ("1e-401", "1e-400"), ("-1", "0"), ("-1", "-0"), ("-0", "1"), ("-2", "-1"),
    ("-10", "-9"), ("9", "10"), ("0.09", "0.1"), ("1.09", "1.1"), ("1.1", "1.11"), ("0.99", "1"),
    ("99", "100"), ("99.9", "100"), ("1e2", "101"), ("99", "1e2"), ("0.1", "0.10000000000000001"),
    ("18446744073709551615", "18446744073709551616"), ("1e9", "1e10"), ("1e-10", "1e-9"),
    ("-1e400", "1e-400"), ("1e999999999", "1e1000000000"), ("9e-1", "1"), ("12", "12.000001"),
    ("1.9999999999999999999999999999", "2"), ("-2", "-1.9999999999999999999999999999"),
    ("1", "1e99999999999999999999"), ("1e-99999999999999999999", "1"),
    ("-1e99999999999999999999", "-1"), ("0.1", "10e-1"), ("1e5", "123456"),
  ])
  func smallerNumberComesFirst(left: String, right: String) {
    #expect(compare(left, right) == -1)
    #expect(compare(right, left) == 1)
  }

  @Test func hugeNumbersDifferInTheirLastDigit() {
    let digits = String(repeating: "1234567890", count: 200)
    #expect(compare(digits + "1", digits + "2") == -1)
    #expect(compare(digits + "1.0", digits + "1") == 0)
    #expect(compare("-0." + digits + "1", "-0." + digits + "2") == 1)
    #expect(compare(digits, digits + "0") == -1)
    #expect(compare(digits + "e-2000", "0." + digits) == 0)
  }

  /// A number times ten to the 60, digit by digit: long enough for every number made here.
  private struct Scaled {
    let isNegative: Bool
    let digits: [Character]

    init(_ text: String) {
      isNegative = text.hasPrefix("-")
      let parts = text.drop { $0 == "-" }.split { $0 == "e" || $0 == "E" }
      let halves = parts[0].split(separator: ".")
      let fraction = halves.count == 2 ? String(halves[1]) : ""
      let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
      let zeros = String(repeating: "0", count: 60 + exponent - fraction.count)
      digits = Array((String(halves[0]) + fraction + zeros).drop { $0 == "0" })
    }

    static func order(_ left: Scaled, _ right: Scaled) -> Int {
      if left.digits.isEmpty, right.digits.isEmpty { return 0 }
      let leftSign = left.digits.isEmpty ? 0 : left.isNegative ? -1 : 1
      let rightSign = right.digits.isEmpty ? 0 : right.isNegative ? -1 : 1
      if leftSign != rightSign { return leftSign < rightSign ? -1 : 1 }
      if left.digits == right.digits { return 0 }
      let isSmaller =
        left.digits.count != right.digits.count
        ? left.digits.count < right.digits.count
        : left.digits.lexicographicallyPrecedes(right.digits)
      return isSmaller == (leftSign > 0) ? -1 : 1
    }
  }

  /// A random number of few digits, so that equal ones are frequent.
  private func number(_ random: inout SeededGenerator) -> String {
    let sign = random.pick(["", "", "-"])
    let integer = random.pick(["0", "1", "9", "10", "12", "90", "100", "120"])
    let fraction = random.pick(["", "", ".0", ".1", ".10", ".01", ".12", ".9", ".001"])
    let exponent = random.pick(["", "", "e0", "e1", "E2", "e+3", "e-1", "E-2", "e-03", "e10"])
    return sign + integer + fraction + exponent
  }

  @Test func randomNumbersCompareAsTheirDigitsDo() {
    var random = SeededGenerator(for: "DecimalTests.random")
    for _ in 0..<8_000 {
      let left = number(&random)
      let right = number(&random)
      let expected = Scaled.order(Scaled(left), Scaled(right))
      #expect(compare(left, right) == expected, "\(left), \(right), seed \(random.seed)")
    }
  }

  @Test(arguments: [
    ("0", true), ("-0", true), ("1e5", true), ("-1.50E-3", true), ("", false), ("-", false),
    ("01", false), ("1.", false), (" 1", false), ("1 ", false), ("1e", false), ("1a", false),
    ("+1", false), ("0x1", false), ("\u{661}", false),
  ])
  func numberIsWhatTheGrammarSays(text: String, expected: Bool) {
    let bytes = Array(text.utf8)
    let result = Skip.isNumber(bytes.span)
    #expect(result == expected)
  }
}
