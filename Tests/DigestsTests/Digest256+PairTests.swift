import Digests
import TestSupport
import Testing

@Suite struct Digest256PairTests {
  @Test func aPairHasTheDigestOfItsBytes() throws {
    var generator = SeededGenerator(for: "Digest256+Pair")
    for mark in [0, 1, 0xFF] as [UInt8] {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let halves = [Array(bytes.prefix(32)), Array(bytes.suffix(32))]
      let digests = halves.compactMap { Digest256($0.span) }
      try #require(digests.count == 2)
      let whole = [mark] + bytes
      let expected = Digest256(of: whole.span)
      #expect(Digest256(of: mark, digests[0], digests[1]) == expected)
      #expect(Digest256(of: mark, digests[1], digests[0]) != expected)
    }
  }
}
