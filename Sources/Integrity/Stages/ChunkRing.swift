import Bytes

/// Events that one thread works on at a time.
protocol EventChunk: ~Copyable, SendableMetatype {
  /// How many bytes of events wait for the work.
  var byteCount: Int { get }
  /// Does the work for all of them, after which none waits.
  mutating func work()
}

/// Chunks that are filled one after the other, worked on by threads, and handed on in their order.
///
/// ```
///   handed on <- [ done ] [ a thread's ] [ a thread's ] [ being filled ]
/// ```
/// What is handed on is what the chunk holds after its work; whoever takes it leaves it ready to be
/// filled again.
struct ChunkRing<Chunk: EventChunk & ~Copyable>: ~Copyable {
  /// A chunk that threads hand on.
  ///
  /// `@unchecked` because a chunk is one thread's at a time: it is filled, submitted, waited for
  /// and taken in that order.
  private final class Shared: @unchecked Sendable {
    var chunk: Chunk
    var ticket: Workers.Ticket?

    init(_ chunk: consuming Chunk) { self.chunk = chunk }

    func work() { chunk.work() }
  }

  /// How many bytes of events make a chunk full.
  private static var chunkSize: Int { 256 * 1024 }

  private let workers: Workers?
  private let chunks: [Shared]
  /// The chunk that is being filled; those behind it, in a circle, are the oldest first.
  private var index = 0

  /// Chunks for `threads` threads, at least 1: then whoever fills a chunk works on it.
  init(threads: Int, _ make: () -> Chunk) {
    workers = threads > 1 ? Workers(count: threads) : nil
    // One for each thread to work on, one to wait, one to fill.
    chunks = (0..<(threads > 1 ? threads + 2 : 1)).map { _ in Shared(make()) }
  }

  /// The chunk that is being filled.
  var current: Chunk {
    _read { yield chunks[index].chunk }
    _modify { yield &chunks[index].chunk }
  }

  /// Gives the current chunk away if it is full, and hands to `body` what is ready for it.
  mutating func submitWhereFull<Failure: Error>(
    _ body: (inout Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    if current.byteCount >= Self.chunkSize { try submit(body) }
  }

  /// Hands on everything that was filled in.
  mutating func drain<Failure: Error>(
    _ body: (inout Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    if current.byteCount > 0 { try submit(body) }
    for _ in chunks.indices {
      try take(chunks[index], body)
      index = (index + 1) % chunks.count
    }
  }

  private mutating func submit<Failure: Error>(
    _ body: (inout Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    let shared = chunks[index]
    guard let workers else {
      shared.work()
      return try body(&shared.chunk)
    }
    shared.ticket = workers.submit { shared.work() }
    index = (index + 1) % chunks.count
    try take(chunks[index], body)
  }

  /// Waits for a chunk, and hands it on.
  private func take<Failure: Error>(
    _ shared: Shared, _ body: (inout Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    guard let ticket = shared.ticket else { return }
    workers?.wait(for: ticket)
    shared.ticket = nil
    try body(&shared.chunk)
  }
}
