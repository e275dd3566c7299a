import Bytes
import TestSupport
import Testing

@Suite struct InflaterTests {
  /// A gzip member of two blocks, the second of which may refer to the first.
  private func deflated(_ bytes: [UInt8], level: Int) -> [UInt8] {
    var deflater = BlockDeflater(level: level)
    let half = bytes.count / 2
    let (first, second) = (Array(bytes[..<half]), Array(bytes[half...]))
    let dictionary = Array(first.suffix(BlockDeflater.dictionarySize))
    var checksum = CyclicChecksum(first.span)
    checksum.append(CyclicChecksum(second.span))
    #expect(checksum == CyclicChecksum(bytes.span))
    return collect { output in
      output.append(contentsOf: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
      let nothing: [UInt8] = []
      deflater.deflate(first.span, after: nothing.span, into: &output)
      deflater.deflate(second.span, after: dictionary.span, into: &output)
      output.append(contentsOf: BlockDeflater.emptyLastBlock)
      output.append(littleEndian: checksum.value)
      output.append(littleEndian: UInt32(checksum.length))
    }
  }

  private func inflated(_ bytes: [UInt8], room: Int) throws -> [UInt8] {
    var inflater = Inflater()
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: room)
    var offset = 0
    var isFinished = false
    while !isFinished {
      var span = block.mutableSpan
      let rest = bytes.span.extracting(offset..<bytes.count)
      let progress = try inflater.inflate(rest, into: &span)
      result += block.prefix(progress.produced)
      offset += progress.consumed
      isFinished = progress.isFinished
      try #require(isFinished || progress.produced + progress.consumed > 0, "no way on")
    }
    #expect(offset == bytes.count)
    return result
  }

  @Test(arguments: 0...9)
  func whatIsDeflatedInflatesToTheSameBytes(level: Int) throws {
    var random = SeededGenerator(for: "InflaterTests.roundTrip")
    for length in [0, 1, 300, 70_000] {
      let bytes = random.bytes(length, of: Array("abcdefgh \"{}".utf8))
      let member = deflated(bytes, level: level)
      for room in [1_000, 65_536] {
        let result = try inflated(member, room: room)
        #expect(result == bytes, "seed \(random.seed)")
      }
    }
  }

  @Test func damagedMemberIsAProblem() throws {
    var member = deflated(Array("some text".utf8), level: 6)
    member[member.count - 8] ^= 1
    let damaged = member
    let problem = #expect(throws: CodecProblem.self) { try inflated(damaged, room: 100) }
    #expect(problem?.reason == "incorrect data check")
  }

  @Test func resetInflaterTakesTheNextMember() throws {
    let first = deflated(Array("one".utf8), level: 6)
    let second = deflated(Array("two".utf8), level: 6)
    var inflater = Inflater()
    var texts: [String] = []
    for member in [first, second] {
      var block = [UInt8](repeating: 0, count: 10)
      var span = block.mutableSpan
      let progress = try inflater.inflate(member.span, into: &span)
      texts.append(String(decoding: block.prefix(progress.produced), as: UTF8.self))
      inflater.reset()
    }
    #expect(texts == ["one", "two"])
  }
}
