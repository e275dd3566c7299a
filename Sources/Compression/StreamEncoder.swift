public import Bytes

/// Encodes one stream, block by block on threads, into blocks of output in its order.
public struct StreamEncoder: ~Copyable {
  private let blockSize: Int
  private var pipeline: BlockPipeline
  private var assembler: MemberAssembler
  private var pending = Output()

  /// An encoder of `threads` threads, at least one; memory grows by some blocks for each.
  public init(_ method: CompressionMethod, threads: Int) {
    blockSize = method.blockSize
    pipeline = BlockPipeline(method, threads: threads)
    assembler = MemberAssembler(method)
  }

  /// Encodes `bytes`; appends to `output` what is ready.
  public mutating func encode(_ bytes: Span<UInt8>, into output: inout Output) {
    // Blocks have one size, however the stream comes: the same bytes give the same file.
    var start = 0
    while pending.count + bytes.count - start >= blockSize {
      let end = start + blockSize - pending.count
      pending.append(bytes.extracting(start..<end))
      start = end
      submit(into: &output)
    }
    pending.append(bytes.extracting(start..<bytes.count))
  }

  /// Ends the stream.
  public mutating func finish(into output: inout Output) {
    if pending.count > 0 { submit(into: &output) }
    while !pipeline.isEmpty { takeOldest(into: &output) }
    assembler.endFile(into: &output)
  }

  private mutating func submit(into output: inout Output) {
    if pipeline.isFull { takeOldest(into: &output) }
    let job = pipeline.makeJob()
    swap(&job.block, &pending)
    assembler.prepare(job)
    pipeline.submit(job, owner: 0)
  }

  private mutating func takeOldest(into output: inout Output) {
    let job = pipeline.takeOldest()
    assembler.append(job, to: &output)
    pipeline.recycle(job)
  }
}
