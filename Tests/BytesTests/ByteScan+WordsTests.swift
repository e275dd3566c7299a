import Bytes
import TestSupport
import Testing

@Suite struct ByteScanWordsTests {
  @Test func placesAreThoseOfTheByte() {
    var random = SeededGenerator(for: "ByteScan+Words")
    for _ in 0..<200 {
      let text = (0..<150).map { _ in UInt8.random(in: 0...3, using: &random) }
      let start = Int.random(in: 0...86, using: &random)
      let places = ByteScan.places(of: 2, in: text.span, at: start)
      for lane in 0..<64 {
        #expect((places >> UInt64(lane) & 1 == 1) == (text[start + lane] == 2))
      }
    }
  }

  @Test func aWordIsReadWithItsFirstByteLowest() {
    let text = Array("x12345678".utf8)
    let word = ByteScan.littleEndianWord(in: text.span, at: 1)
    #expect(word == 0x3837_3635_3433_3231)
  }
}
