import Bytes
import Testing

@Suite struct ASCIITests {
  @Test func asciiClassesHoldForEveryByte() {
    for byte in UInt8.min ... .max {
      let scalar = Character(Unicode.Scalar(byte))
      let isASCII = byte < 0x80
      #expect(byte.isDigit == (isASCII && ("0"..."9").contains(scalar)))
      #expect(byte.isLetter == (isASCII && scalar.isLetter))
      #expect(byte.hexadecimalValue.map(Int.init) == (isASCII ? scalar.hexDigitValue : nil))
      let lower = isASCII ? scalar.lowercased().utf8.first : byte
      #expect(byte.lowercased == lower)
    }
  }
}
