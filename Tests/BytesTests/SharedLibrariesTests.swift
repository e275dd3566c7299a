import Bytes
import TestSupport
import Testing

/// Bytes that compress, and bytes that don't.
private func samples(_ random: inout SeededGenerator) -> [[UInt8]] {
  [
    [], random.bytes(1, of: [9]), random.bytes(50_000, of: Array(0...255)),
    random.bytes(100_000, of: Array("abc{}".utf8)), [UInt8](repeating: 0, count: 300_000),
  ]
}

@Suite(
  .enabled(if: Libdeflate.shared != nil, "\(Libdeflate.libraryName) is not installed"))
struct LibdeflateTests {
  @Test(arguments: 0...12)
  func everyLevelMakesOneMember(level: Int) throws {
    let library = try #require(Libdeflate.shared)
    var random = SeededGenerator(for: "LibdeflateTests.levels")
    let compressor = Libdeflate.Compressor(library, level: level)
    for sample in samples(&random) {
      let member = collect { compressor.encode(sample.span, into: &$0) }
      #expect(member.prefix(3) == [0x1F, 0x8B, 8])
      var inflater = Inflater()
      var room = [UInt8](repeating: 0, count: sample.count + 1)
      var span = room.mutableSpan
      let progress = try inflater.inflate(member.span, into: &span)
      #expect(progress.isFinished && progress.consumed == member.count)
      #expect(Array(room.prefix(progress.produced)) == sample, "seed \(random.seed)")
      #expect(collect { compressor.encode(sample.span, into: &$0) } == member)
    }
  }

  @Test func versionTellsOneFileOfTheLibraryFromAnother() throws {
    let version = try #require(Libdeflate.shared).version
    #expect(version.hasPrefix("libdeflate.so.0 crc32:"))
    #expect(version == Libdeflate.shared?.version)
  }
}

@Suite(
  .enabled(if: LibZstandard.shared != nil, "\(LibZstandard.libraryName) is not installed"))
struct LibZstandardTests {
  private let library: LibZstandard

  init() throws { library = try #require(LibZstandard.shared) }

  private func decoded(_ frame: [UInt8], room: Int) throws -> [UInt8] {
    var decompressor = LibZstandard.Decompressor(library)
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: room)
    var offset = 0
    while true {
      var span = block.mutableSpan
      let rest = frame.span.extracting(offset..<frame.count)
      let progress = try decompressor.decode(rest, into: &span)
      result += block.prefix(progress.produced)
      offset += progress.consumed
      if progress.isFinished { break }
      try #require(progress.produced + progress.consumed > 0, "no way on")
    }
    #expect(offset == frame.count)
    return result
  }

  @Test(arguments: 1...19)
  func everyLevelMakesOneFrame(level: Int) throws {
    var random = SeededGenerator(for: "LibZstandardTests.levels")
    let compressor = LibZstandard.Compressor(library, level: level)
    for sample in samples(&random) {
      let frame = collect { compressor.encode(sample.span, into: &$0) }
      #expect(frame.prefix(4) == [0x28, 0xB5, 0x2F, 0xFD])
      for room in [1_000, 400_000] {
        let result = try decoded(frame, room: room)
        #expect(result == sample, "seed \(random.seed)")
      }
      #expect(collect { compressor.encode(sample.span, into: &$0) } == frame)
    }
  }

  @Test func framesEndWithAChecksum() throws {
    let compressor = LibZstandard.Compressor(library, level: 3)
    let text = Array("{\"team\":\"legal\"}".utf8)
    var frame = collect { compressor.encode(text.span, into: &$0) }
    // RFC 8878, section 3.1.1.1: bit 2 of the frame's descriptor.
    #expect(frame[4] & 4 == 4)
    frame[frame.count - 1] ^= 1
    let damaged = frame
    let problem = #expect(throws: CodecProblem.self) { try decoded(damaged, room: 100) }
    #expect(problem?.reason.lowercased().contains("checksum") == true)
  }

  @Test func versionIsANumber() {
    #expect(library.version.split(separator: ".").count == 3)
  }
}
