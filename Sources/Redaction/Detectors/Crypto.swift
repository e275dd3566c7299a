import Bytes

/// Addresses of Bitcoin and Ethereum (spec/redaction.md, section 2): Base58Check of versions 0 and
/// 5, `bc1` of BIP-173 and BIP-350, and `0x` with 40 hexadecimal digits.
///
/// Ethereum's carry their checksum in the case of their letters (EIP-55); in one case there is
/// none, and a word beside them must say what they are. Those of systems have no owner.
enum Crypto {
  static let entry = KindEntry(
    .crypto, "CRYPTO", .checksummed,
    confidence: "3, 2 in context",
    definition:
      "Bitcoin addresses (Base58Check, bech32, bech32m); Ethereum addresses with EIP-55, or in"
      + " one case beside `wallet`",
    example: "wallet 112D2adLM3UKy4Z4giRbReR6gjWuvHUqB")

  private static let context = ContextWords([
    "eth", "wallet", "wallets", "usdt", "ethereum", "ether", "crypto", "erc20", "usdc",
    "metamask", "cartera", "portefeuille", "钱包", "ウォレット", "кошелек", "кошелёк",
  ])

  /// The address that the word at `start ..< end` is, which begins with a digit.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    let length = end - start
    guard length >= 25, length <= 42, hits.wants(.crypto) else { return }
    switch text[start] {
    case .zero:
      if length == 42, text[start + 1] == UInt8(ascii: "x") {
        findEthereum(text, key, start, end, into: &hits)
      }
    case UInt8(ascii: "1"), UInt8(ascii: "3"):
      guard length <= 35, let version = Base58.version(of: text.extracting(start..<end)),
        version == 0 || version == 5
      else { return }
      hits.add(.crypto, start, end, confidence: 3)
    default: return
    }
  }

  /// The address that begins at `start` with `bc1`.
  static func findBech32(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard text[start].lowercased == UInt8(ascii: "b"),
      Boundary.byte(text, start + 1).lowercased == UInt8(ascii: "c"),
      Boundary.byte(text, start + 2) == UInt8(ascii: "1"), hits.wants(.crypto)
    else { return }
    var end = start + 3
    while end - start < 75, Boundary.isAlphanumeric(Boundary.byte(text, end)) { end += 1 }
    guard Boundary.isToken(text, start, end),
      Bech32.isAddress(text.extracting(start..<end))
    else { return }
    hits.add(.crypto, start, end, confidence: 3)
  }

  private static func findEthereum(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    var lowered = InlineArray<40, UInt8>(repeating: 0)
    var hasUpper = false
    var hasLower = false
    for index in 0..<40 {
      let byte = text[start + 2 + index]
      lowered[index] = byte.lowercased
      guard byte.isDigit || byte.lowercased &- 0x61 < 6 else { return }
      if byte.isLetter {
        if byte == byte.lowercased { hasLower = true } else { hasUpper = true }
      }
    }
    if hasUpper && hasLower {
      guard isChecksummed(text.extracting(start + 2..<end), lowered) else { return }
      hits.add(.crypto, start, end, confidence: 3)
    } else if !isOfSystem(lowered), context.stand(near: start, end, in: text, key: key) {
      hits.add(.crypto, start, end, confidence: 2)
    }
  }

  /// EIP-55: a letter is upper-case where the digest of all digits in lower case has a hexadecimal
  /// digit from 8 on.
  private static func isChecksummed(
    _ digits: Span<UInt8>, _ lowered: InlineArray<40, UInt8>
  ) -> Bool {
    let digest = Keccak256.digest(lowered.span)
    for index in 0..<40 where digits[index].isLetter {
      let byte = digest[index >> 4] >> UInt64(8 * (index >> 1 & 7)) & 255
      let nibble = index & 1 == 0 ? byte >> 4 : byte & 15
      if (nibble >= 8) != (digits[index] != lowered[index]) { return false }
    }
    return true
  }

  /// The address of nobody and those of precompiled contracts: zeros before the last few digits.
  private static func isOfSystem(_ digits: InlineArray<40, UInt8>) -> Bool {
    for index in 0..<32 where digits[index] != .zero { return false }
    return true
  }
}
