import Bytes
import Digests
import TestSupport
import Testing

@Suite struct SHA256SpanTests {
  /// Rows of the NIST CAVP file SHA256ShortMsg.rsp: lengths around a block's last bytes, too.
  private static let vectors: [(message: String, digest: String)] = [
    (
      "",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (
      "d3",
      "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"
    ),
    (
      "11af",
      "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"
    ),
    (
      "b4190e",
      "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"
    ),
    (
      "09fc1accc230a205e4a208e64a8f204291f581a12756392da4b8c0cf5ef02b95",
      "4f44c1c7fbebb6f9601829f3897bfd650c56fa07844be76489076356ac1886a4"
    ),
    (
      "3ebfb06db8c38d5ba037f1363e118550aad94606e26835a01af05078533cc25f2f39573c04b632f6"
        + "2f68c294ab31f2a3e2a1a0d8c2be51",
      "6595a2ef537a69ba8583dfbf7f5bec0ab1f93ce4c8ee1916eff44a93af5749c4"
    ),
    (
      "2d52447d1244d2ebc28650e7b05654bad35b3a68eedc7f8515306b496d75f3e73385dd1b00262502"
        + "4b81a02f2fd6dffb6e6d561cb7d0bd7a",
      "cfb88d6faf2de3a69d36195acec2e255e2af2b7d933997f348e09f6ce5758360"
    ),
    (
      "e2f76e97606a872e317439f1a03fcd92e632e5bd4e7cbc4e97f1afc19a16fde92d77cbe546416b51"
        + "640cddb92af996534dfd81edb17c4424cf1ac4d75aceeb",
      "18041bd4665083001fba8c5411d2d748e8abbfdcdfd9218cb02b68a78e7d4c23"
    ),
    (
      "5a86b737eaea8ee976a0a24da63e7ed7eefad18a101c1211e2b3650c5187c2a8a650547208251f6d"
        + "4237e661c7bf4c77f335390394c37fa1a9f9be836ac28509",
      "42e61e174fbb3897d6dd6cef3dd2802fe67b331953b06114a65c772859dfc1aa"
    ),
  ]

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.compactMap(\.hexadecimalValue)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  @Test(arguments: vectors) func digestIsThatOfTheVector(message: String, digest: String) {
    var whole = StreamDigest()
    let bytes = bytes(message)
    whole.update(bytes.span)
    let (found, raw) = (whole.finalize().hexadecimal, whole.finalize())
    #expect(found == digest)
    #expect(raw == self.bytes(digest))
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
