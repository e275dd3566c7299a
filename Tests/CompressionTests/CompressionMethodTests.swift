import Bytes
import Foundation
import TestSupport
import Testing

@testable import Compression

/// Bytes in which nothing repeats, made once.
private let allNoise: [UInt8] = {
  var random = SeededGenerator(for: "CompressionTests.noise")
  var bytes: [UInt8] = []
  bytes.reserveCapacity(1_200_000)
  while bytes.count < 1_200_000 {
    let number = random.next()
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
  return bytes
}()

/// `count` bytes in which nothing repeats, out of those.
func noise(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
  let start = random.below(allNoise.count - count + 1)
  return Array(allNoise[start..<start + count])
}

/// Every method that works on this machine, at every level that options take.
let allMethods: [CompressionMethod] = (0...9).flatMap { level in
  [
    try? CompressionMethod(.gzip, engine: .zlib, level: level),
    // Not installed everywhere.
    try? CompressionMethod(.gzip, engine: .libdeflate, level: level),
    try? CompressionMethod(.zstandard, engine: .auto, level: level),
    try? CompressionMethod(.plain, engine: .auto, level: level),
  ].compactMap { $0 }
}

@Suite struct CompressionMethodTests {
  @Test(
    arguments: [
      ("a.jsonl.gz", .gzip), ("a.gz", .gzip), (".gz", .gzip), ("a.zst", .zstandard),
      ("a.jsonl.zst", .zstandard), ("a.jsonl", .plain), ("", .plain), ("gz", .plain),
      ("a.GZ", .plain), ("a.gz.jsonl", .plain), ("a.zst.gz", .gzip), ("a.zstd", .plain),
    ] as [(String, CompressionMethod.Format)])
  func nameTellsTheFormat(name: String, format: CompressionMethod.Format) {
    #expect(CompressionMethod.Format(name: name) == format)
  }

  @Test func automaticChoiceIsTheFastestThatIsInstalled() throws {
    let method = try CompressionMethod(.gzip, engine: .auto, level: nil)
    let isThere = Libdeflate.shared != nil
    #expect(method.engineIdentity?.name == (isThere ? "libdeflate" : "zlib"))
    #expect(method.level == 6 && method.contentEncoding == "gzip")
  }

  @Test func zlibIsTakenWhereItIsAskedFor() throws {
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 9)
    let identity = try #require(method.engineIdentity)
    #expect(identity.name == "zlib" && identity.version == BlockDeflater.version)
    #expect(method.level == 9 && method.contentEncoding == "gzip")
  }

  @Test func engineThatIsNotThereIsAnErrorThatSaysWhatToDo() throws {
    func missing(_ format: CompressionMethod.Format) -> CompressionMethod.Missing? {
      do throws(CompressionMethod.Missing) {
        _ = try CompressionMethod(format, engine: .libdeflate, level: nil)
        return nil
      } catch { return error }
    }
    let gzip = missing(.gzip)
    #expect((gzip == nil) == (Libdeflate.shared != nil))
    if let gzip { #expect(gzip.reason.contains("libdeflate0")) }
    let zstandard = missing(.zstandard)
    #expect((zstandard == nil) == (LibZstandard.shared != nil))
    if let zstandard { #expect(zstandard.reason.contains("libzstd1")) }
    #expect(missing(.plain) == nil)
  }

  @Test func plainFilesHaveNoEngine() throws {
    let method = try CompressionMethod(.plain, engine: .auto, level: 9)
    #expect(method.engineIdentity == nil && method.contentEncoding == nil && method.level == 0)
    #expect(method.contentEncoding == nil && method.bound(of: 1_000) == 1_000)
  }

  @Test(
    .enabled(if: LibZstandard.shared != nil, "\(LibZstandard.libraryName) is not installed"),
    arguments: [(nil, 3), (0, 1), (1, 1), (9, 9)] as [(Int?, Int)])
  func zstandardHasItsOwnDefaultAndNoLevelZero(given: Int?, level: Int) throws {
    let method = try CompressionMethod(.zstandard, engine: .auto, level: given)
    #expect(method.level == level && method.contentEncoding == "zstd")
    #expect(method.engineIdentity?.name == "zstd")
    #expect(method.engineIdentity?.version == LibZstandard.shared?.version)
  }

  /// `--max-bytes` counts on it: no file is larger than it promises.
  @Test(arguments: allMethods)
  func boundIsNeverTooSmall(_ method: CompressionMethod) throws {
    var random = SeededGenerator(for: "CompressionMethodTests.bound")
    let block = method.blockSize
    let sizes = [
      0, 1, 2, 100, 255, 4_095, 16_383, 16_384, 32_768, 65_535, 65_536, 131_073,
      block + 60_000, random.below(block),
    ]
    for size in sizes {
      let job = BlockJob(method)
      // What no engine makes smaller is what needs the most room.
      job.block.append(contentsOf: noise(size, &random))
      var assembler = MemberAssembler(method)
      assembler.prepare(job)
      job.encode()
      // The block is a whole member, as where a file was closed before and after it.
      let bytes = collect { output in
        assembler.append(job, to: &output)
        assembler.endFile(into: &output)
      }
      #expect(bytes.count <= method.bound(of: size), "\(size) bytes, seed \(random.seed)")
      #expect(method.contentEncoding == nil || method.bound(of: size) < size + size / 100 + 300)
    }
  }
}
