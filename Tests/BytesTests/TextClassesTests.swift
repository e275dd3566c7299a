import Testing

@testable import Bytes

@Suite struct TextClassesTests {
  private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == 0x5F }
  private func isNotable(_ byte: UInt8) -> Bool {
    byte.isDigit || [0x2D, 0x3A, 0x3D, 0x40, 0x7E, 0xEF].contains(byte)
  }

  @Test func everyByteIsOfItsClassesAtEveryPlace() {
    var generator = SystemRandomNumberGenerator()
    for count in Array(0...200) + [1000] {
      let text = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for start in stride(from: 0, to: count, by: 7) {
        let classes = TextClasses(text.span, at: start)
        for lane in 0..<64 {
          let byte = start + lane < count ? text[start + lane] : 0
          let bit = UInt64(1) << UInt64(lane)
          #expect((classes.word & bit != 0) == isWord(byte))
          #expect((classes.notable & bit != 0) == isNotable(byte))
          #expect((classes.digit & bit != 0) == byte.isDigit)
        }
      }
    }
  }

  @Test func aBlockOfLettersHasNothingNotable() {
    let text = Array(repeating: UInt8(ascii: "x"), count: 64)
    let classes = TextClasses(text.span, at: 0)
    #expect(classes.word == .max)
    #expect(classes.notable == 0)
  }
}
