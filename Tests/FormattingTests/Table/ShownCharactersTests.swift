import Testing

@testable import Formatting

@Suite struct ShownCharactersTests {
  @Test func bytesThatAreNoTextEndNowhereElse() {
    // Such bytes are in no event that was accepted; the walk must end all the same.
    for bytes: [UInt8] in [[0xF0], [0xE2, 0x80], [0x80], [0xFF, 0xFF], [0xC3]] {
      var characters = ShownCharacters()
      var count = 0
      while characters.next(in: bytes.span) != nil { count += 1 }
      #expect(count <= bytes.count && characters.offset == bytes.count)
    }
  }

  @Test func fourMarksCombineAndMoreAreShown() {
    let bytes = Array("a\u{301}\u{301}\u{301}\u{301}\u{301}b\u{301}".utf8)
    var characters = ShownCharacters()
    var escaped: [Bool] = []
    while let character = characters.next(in: bytes.span) { escaped.append(character.isEscaped) }
    #expect(escaped == [false, false, false, false, false, true, false, false])
  }
}
