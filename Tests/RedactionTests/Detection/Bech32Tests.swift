import Testing

@testable import Redaction

@Suite struct Bech32Tests {
  private func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Bech32.isAddress(bytes.span)
  }

  /// The addresses of the main network in BIP-350.
  @Test(arguments: [
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
    "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
    "BC1SW50QGDZ25J", "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
  ])
  func publishedAddressesAreRight(address: String) {
    #expect(isAddress(address))
  }

  /// Those that BIP-350 calls invalid.
  @Test(arguments: [
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
    "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
    "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
    "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", "bc1pw5dgrnzv",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
    "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", "bc1gmk9yu",
  ])
  func publishedMistakesAreNoticed(address: String) {
    #expect(!isAddress(address))
  }

  @Test func mixedCaseIsNone() {
    #expect(!isAddress("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4"))
  }
}
