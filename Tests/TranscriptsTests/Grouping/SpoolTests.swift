import Bytes
import TestSupport
import Testing

@testable import Transcripts

@Suite struct SpoolTests {
  @Test(arguments: [1, 10, 100, 1 << 20])
  func whatWasAppendedIsReadFromAnywhereInMemoryAndOnDisk(limit: Int) throws {
    var random = SeededGenerator(for: "spool")
    var spool = Spool(limit: limit)
    var all: [UInt8] = []
    for _ in 0..<60 {
      let piece = (0..<random.below(30)).map { _ in UInt8(random.below(256)) }
      #expect(try spool.append(piece.span) == all.count)
      all += piece
      guard !all.isEmpty else { continue }
      let start = random.below(all.count)
      let size = random.below(all.count - start + 1)
      var block = Output()
      try spool.read(from: start, count: size, into: &block)
      #expect(Array(copying: block.bytes) == Array(all[start..<start + size]))
    }
    #expect(spool.count == all.count)
  }
}
