import EventJSON
import Testing

@Suite struct DecimalNumberTests {
  private func value(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return DecimalNumber.value(bytes.span)
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("10", 10), ("999999999999999999", 999_999_999_999_999_999),
  ])
  func numbersInTheirOnlySpellingAreRead(text: String, number: Int) {
    #expect(value(text) == number)
  }

  @Test(arguments: ["", "00", "01", "+1", "-1", "1.0", "1e3", " 1", "１", "1000000000000000000"])
  func otherSpellingsAreNone(text: String) {
    #expect(value(text) == nil)
  }
}
