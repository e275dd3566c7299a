import Bytes
import Foundation
import TestSupport
import Testing

@testable import Compression

@Suite struct MemberAssemblerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func decoded(_ bytes: [UInt8]) throws -> [UInt8] {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("file")))
    var source = DecodedSource(try Path(folder.path("file")).openForReading())
    var input = Input()
    while try input.fill(from: &source) {}
    return copy(input.unread)
  }

  /// The file of `members`, each of them some blocks, encoded by `threads` threads.
  private func file(
    _ members: [[[UInt8]]], _ method: CompressionMethod, threads: Int
  ) -> [UInt8] {
    var pipeline = BlockPipeline(method, threads: threads)
    var assembler = MemberAssembler(method)
    return collect { output in
      for blocks in members {
        for block in blocks {
          if pipeline.isFull {
            let job = pipeline.takeOldest()
            assembler.append(job, to: &output)
            pipeline.recycle(job)
          }
          let job = pipeline.makeJob()
          job.block.append(contentsOf: block)
          assembler.prepare(job)
          pipeline.submit(job, owner: 0)
        }
        while !pipeline.isEmpty {
          let job = pipeline.takeOldest()
          assembler.append(job, to: &output)
          pipeline.recycle(job)
        }
        assembler.endMember(into: &output)
      }
      assembler.endFile(into: &output)
    }
  }

  private func makeMembers(_ random: inout SeededGenerator) -> [[[UInt8]]] {
    (0..<4).map { _ in
      (0..<random.below(4)).map { _ in
        random.below(2) == 0
          ? noise(random.below(50_000), &random)
          : [UInt8](repeating: UInt8(random.below(256)), count: random.below(100_000))
      }
    }
  }

  @Test(arguments: allMethods)
  func severalMembersAreOneStream(_ method: CompressionMethod) throws {
    var random = SeededGenerator(for: "MemberAssemblerTests.members")
    let members = makeMembers(&random)
    let result = try decoded(file(members, method, threads: 2))
    #expect(result == Array(members.joined().joined()), "seed \(random.seed)")
  }

  @Test(arguments: allMethods)
  func bytesAreThoseOfOneThread(_ method: CompressionMethod) {
    var random = SeededGenerator(for: "MemberAssemblerTests.threads")
    let members = makeMembers(&random)
    let expected = file(members, method, threads: 1)
    for threads in [2, 3, 8] {
      #expect(file(members, method, threads: threads) == expected, "seed \(random.seed)")
    }
  }

  @Test func membersStandOnTheirOwn() throws {
    var random = SeededGenerator(for: "MemberAssemblerTests.alone")
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 6)
    // The second member is what the first one holds: it must not refer to that.
    let block = noise(30_000, &random)
    let both = file([[block], [block]], method, threads: 1)
    let one = file([[block]], method, threads: 1)
    #expect(both == one + one, "seed \(random.seed)")
    let inOneMember = file([[block, block]], method, threads: 1)
    #expect(inOneMember.count < one.count + 1_000)
  }

  @Test func memberThatIsEndedTwiceIsEndedOnce() throws {
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 6)
    let block = Array("text".utf8)
    #expect(file([[block], [], []], method, threads: 1) == file([[block]], method, threads: 1))
  }

  @Test(arguments: allMethods)
  func fileWithoutBlocksIsAnEmptyStream(_ method: CompressionMethod) throws {
    let bytes = file([], method, threads: 1)
    #expect(bytes.isEmpty == (method.contentEncoding == nil))
    #expect(try decoded(bytes).isEmpty)
    #expect(file([[], []], method, threads: 1) == bytes)
  }

  /// Issue 3: blocks that refer to those before them give gzip's ratio within 1 %.
  @Test func blocksAreAsSmallAsGzipMakesTheWhole() throws {
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 6)
    let generator = Locations.repository.appendingPathComponent("Tests/Benchmarks/gen_events.py")
    let script = "python3 '\(generator.path)' --count 2000 --seed 7 | tee events | gzip -6 >whole"
    try #require(runScript(script, in: folder.url).status == 0)
    let events = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("events"))))
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path("whole"))).count
    try #require(events.count > 3 * method.blockSize)
    let size = encoded([events], method).count
    #expect(abs(size - whole) * 100 <= whole, "\(size) bytes, and gzip -6 makes \(whole)")
  }
}
