import Testing

@testable import Redaction

@Suite struct CryptoTests {
  private func addresses(_ text: String, key: String = "input") -> [String] {
    values(of: .crypto, in: text, key: key)
  }

  /// Made of counted bytes, and the published ones of BIP-173 and BIP-350.
  private static let examples = [
    "112D2adLM3UKy4Z4giRbReR6gjWuvHUqB", "1A9r3acriBVw5b5T5F16gmZEZWbjDPNSb6",
    "111GsChQR2U32pvwJcDNPoYHhGaekCCE", "31h38a54tFMrR8kzBnP2241MFD2EUHtGha",
    "3Aqry87JG5pKAkmtCLfh7PvAi2tSoBbK5Z", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "0xa0A1A2a3A4A5a6a7a8a9AaaBaCADAeAfb0B1b2b3", "0x6f94b9dE03284d7297bCE1062B50759Abfe4092E",
    "0x101112131415161718191a1b1c1d1E1f20212223",
  ]

  @Test(arguments: examples)
  func addressesNeedNoContext(address: String) {
    #expect(addresses(address) == [address])
    #expect(addresses("钱包\(address)。") == [address])
    #expect(addresses("a,\(address),b") == [address])
    #expect(addresses("bitcoin:\(address)?amount=1") == [address])
    #expect(addresses("https://example.com/address/\(address)/") == [address])
    #expect(addresses("Sent to \(address).") == [address])
  }

  @Test(arguments: examples)
  func aCharacterMoreLessOrWrongIsNone(address: String) {
    #expect(addresses(address + "2") == [])
    #expect(addresses(address + "_") == [])
    #expect(addresses("a" + address) == [])
    #expect(addresses(String(address.dropLast())) == [])
    var wrong = Array(address.utf8)
    wrong[10] = wrong[10] == 0x38 ? 0x39 : 0x38
    #expect(addresses(String(decoding: wrong, as: UTF8.self)) == [])
  }

  @Test func oneCaseOfEthereumNeedsContext() {
    for address in [
      "0xa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3", "0xA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3",
      "0x1011121314151617181920212223242526272829",
    ] {
      #expect(addresses(address) == [])
      #expect(addresses("address \(address)") == [])
      #expect(addresses("method \(address)") == [])
      #expect(addresses("ETH: \(address)") == [address])
      #expect(addresses(address, key: "wallet_address") == [address])
    }
  }

  @Test func mixedCaseMustSatisfyItsChecksum() {
    #expect(addresses("wallet 0xA0A1A2a3A4A5a6a7a8a9AaaBaCADAeAfb0B1b2b3") == [])
    #expect(addresses("wallet 0xa0A1A2a3A4A5a6a7a8a9AaaBaCADAeAfb0b1b2b3") == [])
  }

  @Test(arguments: [
    "wallet 0x0000000000000000000000000000000000000000",
    "wallet 0x0000000000000000000000000000000000000001",
    "wallet da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "wallet 0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b",
    "wallet 0xa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2bg", "wallet 0xdeadbeef",
    "wallet 12345678901234567890123456", "wallet 3333333333333333333333333333333333",
    "wallet [CRYPTO]", "wallet ****HUqB", "CRYPTO_a1_3f9a2c3f9a2c3f9a2c3f9a2c3f9a2c3f", "bc1",
    "bc1 q", "BC1", "bc1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
  ])
  func otherNumbersAndPlaceholdersAreNone(text: String) {
    #expect(addresses(text) == [])
  }

  @Test func hostileTextIsNone() {
    for unit in [
      "1", "1A9r3acriBVw5b5T5F16gmZEZWbjDPNSb7 ", "bc1", "bc1q ", "0x", "bc1qqqqqqqqqqqq ",
      "0xA0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3 ",
    ] {
      #expect(addresses(String(repeating: unit, count: 2_000)) == [], "\(unit)")
    }
  }
}
