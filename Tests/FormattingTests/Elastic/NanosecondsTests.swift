import Testing

@testable import Formatting

@Suite struct NanosecondsTests {
  @Test(
    arguments: [
      ("210", 210_000_000), ("0", 0), ("0.5", 500_000), ("8.50", 8_500_000), ("0.000001", 1),
      ("99999999999", 99_999_999_999_000_000), ("0.0000001", nil), ("-1", nil), ("1e3", nil),
      ("100000000000", nil), ("1.1234567", nil),
    ] as [(String, Int?)])
  func millisecondsBecomeNanosecondsExactly(milliseconds: String, expected: Int?) {
    let bytes = Array(milliseconds.utf8)
    let found = Nanoseconds.read(bytes.span)
    #expect(found == expected)
  }
}
