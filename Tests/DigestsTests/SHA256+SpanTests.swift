import Bytes
import Digests
import TestSupport
import Testing

@Suite struct SHA256SpanTests {
  @Test func theShortMessagesOfNISTHaveTheirDigests() throws {
    let records = try DigestVectors.records("sha256/SHA256ShortMsg.rsp")
    #expect(records.count == 65)
    for record in records {
      let size = try #require(record["Len"].flatMap { Int($0) }) / 8
      let message = DigestVectors.bytes(hexadecimal: try #require(record["Msg"]))
      // The empty message is spelled as one byte.
      let bytes = Array(message.prefix(size))
      var digest = StreamDigest()
      digest.update(bytes.span)
      #expect(digest.finalize().hexadecimal == record["MD"])
      #expect(digest.digest().bytes.hexadecimal == record["MD"])
      let atOnce = Digest256(of: bytes.span)
      #expect(atOnce == digest.digest())
    }
  }

  @Test func digestOfPartsIsThatOfTheWhole() {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    var whole = StreamDigest()
    whole.update(bytes.span)
    let expected = whole.finalize().hexadecimal
    for size in [1, 7, 63, 64, 65] {
      var parts = StreamDigest()
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = bytes.span.extracting(start..<min(start + size, bytes.count))
        parts.update(part)
      }
      let found = parts.finalize().hexadecimal
      #expect(found == expected)
    }
  }

  @Test func digestMayGoOnAfterItWasAskedFor() {
    let abc = Array("abc".utf8)
    var digest = StreamDigest()
    _ = digest.finalize()
    digest.update(abc.span)
    let found = digest.finalize().hexadecimal
    // FIPS 180-2, appendix B.1.
    #expect(found == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
