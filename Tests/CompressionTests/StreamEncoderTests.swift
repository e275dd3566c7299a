import Bytes
import Compression
import Foundation
import TestSupport
import Testing

/// What the parts of a stream become.
func encoded(
  _ parts: [[UInt8]], _ method: CompressionMethod, threads: Int = 2
) -> [UInt8] {
  var encoder = StreamEncoder(method, threads: threads)
  return collect { output in
    for part in parts { encoder.encode(part.span, into: &output) }
    encoder.finish(into: &output)
  }
}

@Suite struct StreamEncoderTests {
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
      noise(150_000, &random),
      [UInt8](repeating: UInt8(ascii: "a"), count: 300_000),
    ]
  }

  /// Every method that works on this machine, at several levels.
  private static let methods: [CompressionMethod] = [0, 1, 6, 9].flatMap { level in
    [
      try? CompressionMethod(.gzip, engine: .zlib, level: level),
      // Not installed everywhere.
      try? CompressionMethod(.gzip, engine: .libdeflate, level: level),
      try? CompressionMethod(.zstandard, engine: .auto, level: level),
      try? CompressionMethod(.plain, engine: .auto, level: level),
    ].compactMap { $0 }
  }

  @Test(arguments: methods)
  func everyMethodDecodesToTheSameBytes(_ method: CompressionMethod) throws {
    var random = SeededGenerator(for: "StreamEncoderTests.methods")
    let parts = parts(&random)
    let result = try decoded(encoded(parts, method))
    #expect(result == Array(parts.joined()), "seed \(random.seed)")
  }

  @Test(arguments: methods)
  func neitherThreadsNorPortionsChangeTheBytes(_ method: CompressionMethod) {
    var random = SeededGenerator(for: "StreamEncoderTests.threads")
    // What repeats is further away than any block can refer to.
    let portion = noise(60_000, &random).map { 97 + $0 % 11 }
    let bytes = Array((0..<20).map { _ in portion }.joined())
    let expected = encoded([bytes], method, threads: 1)
    for threads in [1, 2, 7] {
      var parts: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = min(rest.count, Int.random(in: 1...300_000, using: &random))
        parts.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(encoded(parts, method, threads: threads) == expected, "seed \(random.seed)")
    }
  }

  @Test(arguments: methods)
  func nothingEncodedIsAnEmptyStream(_ method: CompressionMethod) throws {
    let bytes = encoded([], method)
    #expect(bytes.isEmpty == (method.contentEncoding == nil))
    let result = try decoded(bytes)
    #expect(result.isEmpty)
  }

  @Test func withZlibTheFileIsOneMemberWithoutNameAndTime() throws {
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 6)
    let bytes = encoded([[UInt8](repeating: 65, count: 2_000_000)], method)
    // RFC 1952, section 2.3: ID1 ID2 CM FLG MTIME(4) XFL OS
    #expect(Array(bytes.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
    // The trailer's length is that of all bytes only where they are one member.
    #expect(Array(bytes.suffix(4)) == [0x80, 0x84, 0x1E, 0x00])
  }
}
