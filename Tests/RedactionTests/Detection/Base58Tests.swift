import Testing

@testable import Redaction

@Suite struct Base58Tests {
  private func version(_ text: String) -> UInt8? {
    let bytes = Array(text.utf8)
    return Base58.version(of: bytes.span)
  }

  @Test func theVersionIsGiven() {
    #expect(version("112D2adLM3UKy4Z4giRbReR6gjWuvHUqB") == 0)
    #expect(version("1111111111111111111114oLvT2") == 0)
    #expect(version("31h38a54tFMrR8kzBnP2241MFD2EUHtGha") == 5)
  }

  @Test func aZeroMoreOrLessIsNone() {
    #expect(version("1112D2adLM3UKy4Z4giRbReR6gjWuvHUqB") == nil)
    #expect(version("12D2adLM3UKy4Z4giRbReR6gjWuvHUqB") == nil)
    #expect(version("111111111111111111114oLvT2") == nil)
  }

  @Test func noDigitsAndTooManyAreNone() {
    #expect(version("") == nil)
    #expect(version("1") == nil)
    #expect(version("0OIl") == nil)
    #expect(version("1é") == nil)
    #expect(version(String(repeating: "z", count: 35)) == nil)
    #expect(version(String(repeating: "z", count: 100)) == nil)
  }
}
