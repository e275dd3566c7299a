import Testing

@testable import Formatting

@Suite struct NumberShapeTests {
  private func shape(_ text: String) -> NumberShape {
    let bytes = Array(text.utf8)
    return NumberShape(bytes.span)
  }

  @Test(arguments: [
    "0", "7", "-1", "9223372036854775807", "-9223372036854775808", "1234567890123456789",
  ])
  func wholeNumbersOf64BitsAreIntegers(text: String) {
    #expect(shape(text) == .integer)
  }

  @Test(arguments: [
    "1.10", "-0.0", "0.0", "1e5", "1E+5", "4.70e-3", "123456789012345.0", "0.000123", "1.5e200",
    "100000000000000000000.0", "1e-200",
  ])
  func numbersThatADoubleGivesBackAreDoubles(text: String) {
    #expect(shape(text) == .double)
  }

  @Test(arguments: [
    "-0", "1e400", "1e-400", "9223372036854775808", "-9223372036854775809", "0.1234567890123456",
    "12345678901234567890", "1e99999999999999999999", "1e308", "1e-320",
  ])
  func otherNumbersAreTexts(text: String) {
    #expect(shape(text) == .text)
  }

  /// What is called a double reads back as the same decimal.
  @Test func fifteenDigitsSurviveADouble() throws {
    for digits in [1, 7, 15] {
      for exponent in [-200, -20, 0, 20, 200] {
        let text = "1." + String(repeating: "7", count: digits - 1) + "3e\(exponent)"
        guard digits < 15 else { continue }
        #expect(shape(text) == .double)
        let value = try #require(Double(text))
        #expect(Double("\(value)") == value)
      }
    }
  }
}
