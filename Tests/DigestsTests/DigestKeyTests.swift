import Bytes
import Digests
import Testing

@Suite struct DigestKeyTests {
  private func digest(_ count: Int) throws -> String {
    let key = try #require(
      Digest128(hexadecimal: Array("000102030405060708090a0b0c0d0e0f".utf8)))
    let bytes = (0..<count).map { UInt8($0) }
    return DigestKey(key).digest(of: bytes.span).bytes.hexadecimal
  }

  /// The reference's vectors (SipHash repository, vectors.h) for the lengths around a word.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (7, "a1f1ebbed8dbc153c0b84aa61ff08239"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (9, "264499060ad9baabc47f8b02bb6d71ed"), (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
  ])
  func digestsAreTheReferences(count: Int, expected: String) throws {
    #expect(try digest(count) == expected)
  }

  @Test func keysAndPurposesGiveOtherDigests() {
    let key = DigestKey()
    #expect(DigestKey() != key)
    #expect(key.derived(for: "a") != key.derived(for: "b"))
    #expect(key.derived(for: "a") == key.derived(for: "a"))
  }

  @Test func hexadecimalDigitsAreReadBack() throws {
    let digits = "00ff10203040506070f8090a0b0c0d0e"
    let digest = try #require(Digest128(hexadecimal: Array(digits.utf8)))
    #expect(digest.bytes.hexadecimal == digits)
    #expect(Digest128(hexadecimal: Array(digits.dropLast().utf8)) == nil)
    #expect(Digest128(hexadecimal: Array("g".utf8) + Array(digits.dropLast().utf8)) == nil)
  }
}
