import Testing

@testable import Redaction

@Suite struct EmailAddressSymbolsTests {
  @Test func aLocalPartOfManyMarksIsOne() {
    for address in ["!#$%&'*+-/=?^_`{}|~@example.org", "+-+-+-@example.org"] {
      #expect(values(of: .emailAddress, in: address) == [address])
    }
  }

  @Test(arguments: [
    "****@example.com", "'@example.com'", "\"@example.com\"", "=@example.com", "...@example.com",
    "--@example.com", "#@example.com",
  ])
  func masksAndSuffixesAreNone(text: String) {
    #expect(values(of: .emailAddress, in: text) == [])
  }
}
