import TestSupport
import Testing

@testable import Typesetting

@Suite struct UTF8CharacterTests {
  @Test func everyCharacterIsDecodedWhole() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let character = UTF8Character(bytes.span, at: 0)
      guard character.value == value, character.length == bytes.count else {
        Issue.record("U+\(String(value, radix: 16)) is taken for another one")
        return
      }
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE2, 0x82],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x41, 0x42],
    ] as [[UInt8]])
  func whatIsNoCharacterIsOneByte(_ bytes: [UInt8]) {
    let character = UTF8Character(bytes.span, at: 0)
    #expect(character.value == nil && character.length == 1 && !character.isPrintable)
  }

  @Test func halvesOfPairsAreKnown() {
    for bytes in [[0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF]] as [[UInt8]] {
      let character = UTF8Character(bytes.span, at: 0)
      #expect(character.isSurrogate && character.length == 3 && !character.isPrintable)
    }
  }
}
