import Bytes
import TestSupport
import Testing

@Suite struct BlockDeflaterTests {
  private static let nothing: [UInt8] = []

  /// `bytes` as deflate data behind `dictionary`.
  private func deflated(
    _ bytes: [UInt8], after dictionary: [UInt8] = nothing, level: Int
  ) -> [UInt8] {
    var deflater = BlockDeflater(level: level)
    return collect { deflater.deflate(bytes.span, after: dictionary.span, into: &$0) }
  }

  /// What blocks that stand behind each other decode to.
  private func inflated(_ blocks: [[UInt8]], of content: [UInt8]) throws -> [UInt8] {
    let checksum = CyclicChecksum(content.span)
    let member = collect { output in
      output.append(contentsOf: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
      for block in blocks { output.append(contentsOf: block) }
      output.append(contentsOf: BlockDeflater.emptyLastBlock)
      output.append(littleEndian: checksum.value)
      output.append(littleEndian: UInt32(checksum.length))
    }
    var inflater = Inflater()
    var room = [UInt8](repeating: 0, count: content.count + 100)
    var span = room.mutableSpan
    let progress = try inflater.inflate(member.span, into: &span)
    #expect(progress.isFinished && progress.consumed == member.count)
    return Array(room.prefix(progress.produced))
  }

  @Test(arguments: 0...9)
  func blocksAreJoinedToOneStream(level: Int) throws {
    var random = SeededGenerator(for: "BlockDeflaterTests.joined")
    let kinds: [[UInt8]] = [
      Self.nothing, random.bytes(1, of: [7]), random.bytes(40_000, of: Array(0...255)),
      random.bytes(70_000, of: Array("ab\":{}".utf8)), [UInt8](repeating: 0, count: 100_000),
    ]
    for first in kinds {
      for second in kinds {
        let dictionary = Array(first.suffix(BlockDeflater.dictionarySize))
        let blocks = [
          deflated(first, level: level), deflated(second, after: dictionary, level: level),
        ]
        let result = try inflated(blocks, of: first + second)
        #expect(result == first + second, "seed \(random.seed)")
      }
    }
  }

  @Test(arguments: 1...9)
  func aBlockRefersToWhatStandsBeforeIt(level: Int) {
    var random = SeededGenerator(for: "BlockDeflaterTests.dictionary")
    // Nothing in it repeats, so that only the dictionary can make it smaller.
    let bytes = random.bytes(30_000, of: Array(0...255))
    #expect(deflated(bytes, level: level).count > 29_900)
    #expect(deflated(bytes, after: bytes, level: level).count < 1_000, "seed \(random.seed)")
  }

  @Test(arguments: 0...9)
  func blocksEndAtTheBorderOfAByte(level: Int) {
    for length in [0, 1, 2, 3, 1_000] {
      let block = deflated([UInt8](repeating: 65, count: length), level: level)
      // RFC 1951, section 3.2.4: a stored block without content ends so.
      #expect(block.suffix(4) == [0, 0, 0xFF, 0xFF])
    }
  }

  @Test(arguments: 0...9)
  func earlierBlocksLeaveNoTrace(level: Int) {
    var random = SeededGenerator(for: "BlockDeflaterTests.reuse")
    let (first, second) = (
      random.bytes(50_000, of: Array("abc".utf8)), random.bytes(50_000, of: Array("abc".utf8))
    )
    var deflater = BlockDeflater(level: level)
    _ = collect { deflater.deflate(first.span, after: second.span, into: &$0) }
    let nothing = Self.nothing
    let again = collect { deflater.deflate(second.span, after: nothing.span, into: &$0) }
    #expect(again == deflated(second, level: level), "seed \(random.seed)")
  }

  @Test func higherLevelsAreSmallerAndTheLowestStores() {
    var random = SeededGenerator(for: "BlockDeflaterTests.levels")
    let words = (0..<50).map { _ in random.bytes(9, of: Array("abcdefgh".utf8)) }
    let bytes = (0..<20_000).flatMap { _ in random.pick(words) }
    let sizes = [0, 1, 6, 9].map { deflated(bytes, level: $0).count }
    #expect(sizes[0] > bytes.count)
    #expect(sizes[1] < sizes[0] && sizes[2] < sizes[1] && sizes[3] <= sizes[2], "\(sizes)")
  }

  @Test func versionIsThatOfTheLibrary() {
    #expect(BlockDeflater.version.split(separator: ".").count >= 2)
    #expect(BlockDeflater.version.first?.isNumber == true)
  }
}
