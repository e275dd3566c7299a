import Bytes
import Digests
import Testing

@Suite struct KeyedDigestTests {
  @Test func theCasesOfRFC4231Hold() throws {
    let records = try DigestVectors.records("sha256/rfc-4231-hmac-sha256.txt")
    #expect(records.count == 6)
    for record in records {
      let key = DigestVectors.bytes(hexadecimal: try #require(record["Key"]))
      let message = DigestVectors.bytes(hexadecimal: try #require(record["Msg"]))
      #expect(KeyedDigest(key: key).code(of: message).hexadecimal == record["MD"])
    }
  }

  /// RFC 5869, section A.3: without salt and information.
  @Test func aKeyIsDerivedAsRFC5869Says() {
    let master = [UInt8](repeating: 0x0B, count: 22)
    // The first 32 of the 42 bytes.
    let expected = DigestVectors.bytes(
      hexadecimal: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
    let derived = KeyedDigest(deriving: [], from: master)
    #expect(derived.code(of: [1, 2]) == KeyedDigest(key: expected).code(of: [1, 2]))
  }
}
