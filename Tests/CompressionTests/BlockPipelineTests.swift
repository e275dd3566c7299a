import Bytes
import TestSupport
import Testing

@testable import Compression

@Suite struct BlockPipelineTests {
  /// Fills a job and sends it on its way.
  private func submit(_ bytes: [UInt8], owner: Int, to pipeline: inout BlockPipeline) {
    let job = pipeline.makeJob()
    job.block.append(contentsOf: bytes)
    pipeline.submit(job, owner: owner)
  }

  private func output(of job: BlockJob) -> [UInt8] { collect { job.moveOutput(to: &$0) } }

  @Test(arguments: [1, 2, 5])
  func blocksComeBackInTheOrderTheyWent(threads: Int) throws {
    var random = SeededGenerator(for: "BlockPipelineTests.order")
    let method = try CompressionMethod(.plain, engine: .auto, level: nil)
    var pipeline = BlockPipeline(method, threads: threads)
    // Blocks of all sizes, so that later ones are ready before earlier ones.
    let blocks = (0..<200).map { _ in noise(random.below(3) == 0 ? 20_000 : 5, &random) }
    var returned: [[UInt8]] = []
    var owners: [Int] = []
    func take(_ pipeline: inout BlockPipeline) {
      let job = pipeline.takeOldest()
      returned.append(output(of: job))
      owners.append(job.owner)
      pipeline.recycle(job)
    }
    for (number, block) in blocks.enumerated() {
      if pipeline.isFull { take(&pipeline) }
      submit(block, owner: number * 3, to: &pipeline)
    }
    while !pipeline.isEmpty { take(&pipeline) }
    #expect(returned == blocks, "seed \(random.seed)")
    #expect(owners == blocks.indices.map { $0 * 3 })
  }

  @Test(arguments: [1, 2, 31, 100])
  func blocksUnderwayAreBounded(threads: Int) throws {
    let method = try CompressionMethod(.plain, engine: .auto, level: nil)
    var pipeline = BlockPipeline(method, threads: threads)
    let isNew = pipeline.isEmpty && !pipeline.isFull
    #expect(isNew)
    var count = 0
    while !pipeline.isFull {
      submit([1], owner: 0, to: &pipeline)
      count += 1
    }
    #expect(count > min(threads, 63) && count <= 64)
    _ = pipeline.takeOldest()
    let hasRoom = !pipeline.isFull && !pipeline.isEmpty
    #expect(hasRoom)
    for _ in 1..<count { _ = pipeline.takeOldest() }
    let isEmpty = pipeline.isEmpty
    #expect(isEmpty)
  }

  @Test func recycledJobRemembersNothing() throws {
    let method = try CompressionMethod(.gzip, engine: .zlib, level: 6)
    var pipeline = BlockPipeline(method, threads: 1)
    let text = Array("{\"team\":\"legal\"}\n".utf8)
    submit(text, owner: 1, to: &pipeline)
    let first = pipeline.takeOldest()
    let expected = output(of: first)
    let checksum = first.checksum
    pipeline.recycle(first)
    let second = pipeline.makeJob()
    #expect(second === first && second.block.count == 0)
    second.block.append(contentsOf: text)
    pipeline.submit(second, owner: 2)
    let again = pipeline.takeOldest()
    #expect(output(of: again) == expected && again.owner == 2)
    #expect(again.checksum == checksum && checksum == CyclicChecksum(text.span))
  }
}
