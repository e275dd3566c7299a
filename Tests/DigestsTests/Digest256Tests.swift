import Bytes
import Digests
import TestSupport
import Testing

@Suite struct Digest256Tests {
  private static let bytes = (0..<32).map { UInt8($0 * 7) }

  @Test func bytesComeBackInTheirOrder() throws {
    let bytes = Self.bytes
    let found = Digest256(bytes.span)
    let digest = try #require(found)
    #expect(digest.bytes == bytes)
    #expect(digest.leading.bytes == Array(bytes[..<16]))
    #expect(digest.trailing.bytes == Array(bytes[16...]))
    #expect(collect { $0.append(digest) } == bytes)
    #expect(collect { $0.append(digest.trailing) } == Array(bytes[16...]))
  }

  @Test(arguments: [0, 31, 33, 64]) func otherLengthsAreNoDigest(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    let found = Digest256(bytes.span)
    #expect(found == nil)
  }

  @Test func digestOfBytesIsTheirSHA256() {
    // FIPS 180-2, appendix B.1.
    let abc = Array("abc".utf8)
    var stream = StreamDigest()
    stream.update(abc.span)
    let found = Digest256(of: abc.span).bytes
    let expected = stream.finalize()
    #expect(found == expected)
    #expect(found.hexadecimal.hasPrefix("ba7816bf8f01cfea"))
  }
}
