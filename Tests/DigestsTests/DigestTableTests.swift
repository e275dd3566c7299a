import TestSupport
import Testing

@testable import Digests

@Suite struct DigestTableTests {
  @Test func tableIsADictionaryWhateverIsPutIn() {
    var generator = SeededGenerator(for: "tableIsADictionaryWhateverIsPutIn")
    var table = DigestTable()
    var model: [Digest128: UInt64] = [:]
    for step in 0..<20_000 {
      // Few first halves, so that chains grow long.
      let digest = Digest128(
        first: UInt64(generator.below(500)) &* 0x9E37_79B9_7F4A_7C15,
        second: UInt64(generator.below(100)) + 2)
      let word = UInt64(step)
      #expect(table.contains(digest) == (model[digest] != nil))
      #expect(table.word(of: digest) == model[digest])
      #expect(table.insert(digest, word) == model[digest])
      if model[digest] == nil { model[digest] = word }
    }
    #expect(table.count == model.count)
    table.removeAll()
    #expect(table.count == 0 && !table.contains(Digest128(first: 1, second: 1)))
  }

  @Test func digestOfZerosIsOneLikeOthers() {
    var table = DigestTable()
    let zero = Digest128(first: 0, second: 0)
    #expect(!table.contains(zero))
    #expect(table.insert(zero, 7) == nil)
    #expect(table.insert(zero, 8) == 7)
    #expect(table.contains(zero))
  }
}
