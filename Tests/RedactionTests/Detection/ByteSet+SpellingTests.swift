import Bytes
import Testing

@testable import Redaction

@Suite struct ByteSetSpellingTests {
  @Test func rangesAndSingleBytesAreIn() {
    let set = ByteSet("a-cX_-")
    let members = (UInt8.min...UInt8.max).filter { set.contains($0) }
    #expect(members == Array("-X_abc".utf8))
  }

  @Test func neitherZeroNorBytesOutsideOfASCIIAreIn() {
    for set in [ByteSet.word, .base64, .base64URL, .hex] {
      #expect(!set.contains(0))
      #expect((UInt8(0x80)...UInt8.max).allSatisfy { !set.contains($0) })
    }
  }

  @Test func classesHaveTheirSizes() {
    func size(_ set: ByteSet) -> Int { (UInt8.min...UInt8.max).count { set.contains($0) } }
    #expect(size(.digits) == 10)
    #expect(size(.lowerHex) == 16)
    #expect(size(.hex) == 22)
    #expect(size(.lowerAlphanumeric) == 36)
    #expect(size(.upperAlphanumeric) == 36)
    #expect(size(.alphanumeric) == 62)
    #expect(size(.word) == 63)
    #expect(size(.base64) == 64)
    #expect(size(.base64URL) == 64)
  }
}
