public import Bytes

/// One block on its way through compression.
///
/// It belongs to whoever made it until it is submitted, then to a worker's thread, and once it
/// was waited for to its maker again: no two touch it at once.
public final class BlockJob: @unchecked Sendable {
  /// What is to be encoded.
  public var block = Output(capacity: 4096)
  /// What may be referred to, before the block in its member.
  private var dictionary = Output(capacity: 64)
  private var output = Output(capacity: 4096)
  /// The sum of the block, where its member needs it.
  public private(set) var checksum = CyclicChecksum()
  /// Whose block it is, by its maker's own counting.
  public internal(set) var owner = 0

  private let codec: any BlockCodec
  private let isSummed: Bool

  init(_ method: CompressionMethod) {
    codec = method.makeCodec()
    isSummed = method.joinsBlocks
  }

  func encode() {
    codec.encode(block.bytes, after: dictionary.bytes, into: &output)
    if isSummed { checksum = CyclicChecksum(block.bytes) }
  }

  /// Takes what stands before the block, and leaves the last `size` bytes up to the block's end.
  func refer(to tail: inout Output, keeping size: Int) {
    tail.move(to: &dictionary)
    if block.count < size { dictionary.copy(last: size - block.count, to: &tail) }
    block.copy(last: size, to: &tail)
  }

  /// Moves what came out behind what `other` holds.
  func moveOutput(to other: inout Output) { output.move(to: &other) }

  fileprivate func clear() {
    block.removeAll()
    dictionary.removeAll()
    output.removeAll()
  }
}

/// Encodes blocks on threads and gives them back in the order they came, a bounded number at once.
public struct BlockPipeline: ~Copyable {
  private let method: CompressionMethod
  private let workers: Workers
  private let limit: Int
  private var waiting: [(job: BlockJob, ticket: Workers.Ticket)] = []
  private var idle: [BlockJob] = []

  /// A pipeline of `threads` threads, at least one.
  public init(_ method: CompressionMethod, threads: Int) {
    self.method = method
    workers = Workers(count: threads)
    // So many that no thread waits for the one who reads and writes; few enough for memory.
    limit = min(2 * threads + 2, 64)
  }

  /// Whether the oldest block must be taken before another one is submitted.
  public var isFull: Bool { waiting.count >= limit }
  /// Whether nothing is on its way.
  public var isEmpty: Bool { waiting.isEmpty }

  /// An empty job to be filled and submitted.
  public mutating func makeJob() -> BlockJob {
    idle.popLast() ?? BlockJob(method)
  }

  /// Sends a block on its way; `owner` is the number of the stream that it is a part of.
  public mutating func submit(_ job: BlockJob, owner: Int) {
    precondition(!isFull, "the oldest block is taken first")
    job.owner = owner
    waiting.append((job, workers.submit { job.encode() }))
  }

  /// Waits for the oldest block; give it back to `recycle` when its output is used.
  public mutating func takeOldest() -> BlockJob {
    let (job, ticket) = waiting.removeFirst()
    workers.wait(for: ticket)
    return job
  }

  /// Takes a job back for another block.
  public mutating func recycle(_ job: BlockJob) {
    job.clear()
    idle.append(job)
  }
}
