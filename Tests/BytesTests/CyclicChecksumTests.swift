import Bytes
import TestSupport
import Testing

@Suite struct CyclicChecksumTests {
  @Test func theCheckValueIsThatOfTheStandard() {
    // The check value of CRC-32/ISO-HDLC, which RFC 1952 uses.
    let digits = Array("123456789".utf8)
    #expect(CyclicChecksum(digits.span).value == 0xCBF4_3926)
    #expect(CyclicChecksum(digits.span).length == 9)
  }

  @Test func nothingHasTheSumZero() {
    let nothing: [UInt8] = []
    #expect(CyclicChecksum().value == 0 && CyclicChecksum() == CyclicChecksum(nothing.span))
  }

  @Test func sumsOfPartsAreTheSumOfTheWhole() {
    var random = SeededGenerator(for: "CyclicChecksumTests.parts")
    let bytes = random.bytes(600, of: Array(0...255))
    let whole = CyclicChecksum(bytes.span)
    for cut in 0...bytes.count {
      let (first, second) = (Array(bytes[..<cut]), Array(bytes[cut...]))
      var sum = CyclicChecksum(first.span)
      sum.append(CyclicChecksum(second.span))
      #expect(sum == whole, "cut at \(cut), seed \(random.seed)")
    }
  }

  @Test func orderOfThePartsMatters() {
    let (one, other) = (Array("one".utf8), Array("other".utf8))
    var forward = CyclicChecksum(one.span)
    forward.append(CyclicChecksum(other.span))
    var backward = CyclicChecksum(other.span)
    backward.append(CyclicChecksum(one.span))
    #expect(forward.value != backward.value && forward.length == backward.length)
  }
}
