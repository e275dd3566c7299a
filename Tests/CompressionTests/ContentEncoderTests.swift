import Bytes
import Compression
import Foundation
import TestSupport
import Testing

@Suite struct ContentEncoderTests {
  private func encoded(_ parts: [[UInt8]], level: Int?) -> [UInt8] {
    var encoder = ContentEncoder(gzipLevel: level)
    return collect { output in
      for part in parts { encoder.encode(part.span, into: &output) }
      encoder.finish(into: &output)
    }
  }

  private func decoded(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("file")))
    var source = DecodedSource(try Path(folder.path("file")).openForReading())
    var input = Input()
    while try input.fill(from: &source) {}
    return copy(input.unread)
  }

  /// Compressible and incompressible parts, one of them larger than any block.
  private func parts(_ random: inout SeededGenerator) -> [[UInt8]] {
    [
      Array("{\"team\":\"legal\"}\n".utf8), [], random.bytes(1, of: [0]),
      random.bytes(150_000, of: Array(0...255)),
      [UInt8](repeating: UInt8(ascii: "a"), count: 300_000),
    ]
  }

  @Test(arguments: 0...9)
  func everyLevelDecodesToTheSameBytes(level: Int) throws {
    var random = SeededGenerator(for: "ContentEncoderTests.levels")
    let parts = parts(&random)
    let result = try decoded(encoded(parts, level: level))
    #expect(result == Array(parts.joined()), "seed \(random.seed)")
  }

  @Test(arguments: [0, 1, 6, 9])
  func sameBytesGiveTheSameMemberTwice(level: Int) {
    var random = SeededGenerator(seed: 1)
    let parts = parts(&random)
    #expect(encoded(parts, level: level) == encoded(parts, level: level))
  }

  @Test(arguments: [nil, 0, 6] as [Int?])
  func nothingEncodedIsAnEmptyStream(level: Int?) throws {
    let bytes = encoded([], level: level)
    #expect(bytes.isEmpty == (level == nil))
    let result = try decoded(bytes)
    #expect(result.isEmpty)
  }

  @Test func withoutALevelBytesPassAsTheyAre() {
    let parts = [Array("a".utf8), Array("b\n".utf8)]
    #expect(encoded(parts, level: nil) == Array("ab\n".utf8))
    let plain = ContentEncoder(gzipLevel: nil).isCompressing
    let gzip = ContentEncoder(gzipLevel: 6).isCompressing
    #expect(!plain && gzip)
  }
}
