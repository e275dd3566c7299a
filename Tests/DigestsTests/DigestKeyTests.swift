import Bytes
import Digests
import Testing

@Suite struct DigestKeyTests {
  private func digest(_ count: Int) -> String {
    let key = DigestKey(Digest128((0..<16).map { UInt8($0) }))
    let bytes = (0..<count).map { UInt8($0) }
    return key.digest(of: bytes.span).bytes.hexadecimal
  }

  /// The reference's vectors (SipHash repository, vectors.h) for the lengths around a word.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (7, "a1f1ebbed8dbc153c0b84aa61ff08239"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (9, "264499060ad9baabc47f8b02bb6d71ed"), (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
  ])
  func digestsAreTheReferences(count: Int, expected: String) {
    #expect(digest(count) == expected)
  }

  @Test func keysAndPurposesGiveOtherDigests() {
    let key = DigestKey()
    #expect(DigestKey() != key)
    #expect(key.derived(for: "a") != key.derived(for: "b"))
    #expect(key.derived(for: "a") == key.derived(for: "a"))
  }

  @Test func bytesAreReadBack() {
    let bytes = (0..<16).map { UInt8($0 * 16 + 15) }
    #expect(Digest128(bytes).bytes == bytes)
    #expect(DigestKey(Digest128(bytes)).bytes == bytes)
  }
}
