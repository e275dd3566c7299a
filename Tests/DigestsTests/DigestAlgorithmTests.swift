import Digests
import Testing

@Suite struct DigestAlgorithmTests {
  private func isDigest(_ digits: String, _ algorithm: DigestAlgorithm, of text: String) -> Bool {
    let digits = Array(digits.utf8)
    let bytes = Array(text.utf8)
    return algorithm.isDigest(digits.span, of: bytes.span)
  }

  /// FIPS 180-4 examples: "abc".
  private static let digests: [(DigestAlgorithm, String)] = [
    (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha384,
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512,
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
  ]

  @Test func theDigestsOfTheStandardAreToldInAnyCase() {
    for (algorithm, digits) in Self.digests {
      #expect(digits.utf8.count == 2 * algorithm.size)
      #expect(isDigest(digits, algorithm, of: "abc"))
      #expect(isDigest(digits.uppercased(), algorithm, of: "abc"))
      #expect(!isDigest(digits, algorithm, of: "abd"))
      #expect(!isDigest(String(digits.dropLast(2)), algorithm, of: "abc"))
      #expect(!isDigest(digits + "00", algorithm, of: "abc"))
      #expect(!isDigest("", algorithm, of: "abc"))
    }
  }

  @Test func noOtherByteCanStandForADigit() {
    for (algorithm, digits) in Self.digests {
      let good = Array(digits.utf8)
      let text = Array("abc".utf8)
      for offset in good.indices {
        let letter = good[offset] >= 0x61
        for byte in UInt8.min...UInt8.max {
          var changed = good
          changed[offset] = byte
          let isSame = byte == good[offset] || letter && byte == good[offset] - 0x20
          let isDigest = algorithm.isDigest(changed.span, of: text.span)
          #expect(isDigest == isSame, "\(offset) \(byte)")
        }
      }
    }
  }
}
