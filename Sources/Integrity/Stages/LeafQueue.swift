import Bytes
import Commitments
import Digests
import EventJSON

/// Computes the leaves of events, on threads where there are several, and gives them in order.
///
/// Canonical forms are written by whoever asks, so that a line that is refused is known at once;
/// what costs most, the tree of salted hashes, is done in chunks elsewhere.
struct LeafQueue: ~Copyable {
  /// A chunk of events and their leaves.
  ///
  /// `@unchecked` because a chunk is one thread's at a time: it is filled, submitted, waited for
  /// and drained in that order.
  private final class Chunk: @unchecked Sendable {
    var work: Work
    var ticket: Workers.Ticket?

    init(_ salt: ExportSalt) { work = Work(salt) }

    func hash() { work.hash() }
  }

  /// What a chunk holds: all of it in one value, so that the hashing of a whole chunk is one access
  /// to memory that several might have.
  private struct Work: ~Copyable {
    var events = CanonicalEvents()
    var hasher: EventHasher
    var leaves = Output(capacity: 4096)
    private var counted = (hashes: 0, bytes: 0)

    init(_ salt: ExportSalt) { hasher = EventHasher(salt: salt) }

    mutating func hash() {
      leaves.removeAll()
      hasher.appendLeaves(of: events, to: &leaves)
      events.removeAll()
    }

    /// How much was hashed since this was asked for last.
    mutating func takeEffort() -> (hashes: Int, bytes: Int) {
      defer { counted = (hasher.hashCount, hasher.hashedByteCount) }
      return (hasher.hashCount - counted.hashes, hasher.hashedByteCount - counted.bytes)
    }
  }

  private static let chunkSize = 256 * 1024

  private let workers: Workers?
  private let chunks: [Chunk]
  private var form = CanonicalForm()
  /// The chunk that is being filled; those behind it, in a circle, are the oldest first.
  private var current = 0
  /// How many hashes the leaves took that were handed on.
  private(set) var hashCount = 0
  /// How many bytes were hashed for them.
  private(set) var hashedByteCount = 0

  /// A queue over `threads` threads, at least 1.
  init(salt: ExportSalt, threads: Int) {
    workers = threads > 1 ? Workers(count: threads) : nil
    // One for each thread to work on, one to wait, one to fill.
    chunks = (0..<(threads > 1 ? threads + 2 : 1)).map { _ in Chunk(salt) }
  }

  /// Adds an event, and hands leaves that are ready to `body`; after a refusal all is as it was
  /// before.
  mutating func add<Failure: Error>(
    _ line: Span<UInt8>, _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) -> CanonicalRefusal? {
    do throws(CanonicalRefusal) {
      try chunks[current].work.events.append(line, using: &form)
    } catch {
      return error
    }
    if chunks[current].work.events.byteCount >= Self.chunkSize { try submit(body) }
    return nil
  }

  /// Hands on the leaves of everything that was added.
  mutating func drain<Failure: Error>(
    _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    if chunks[current].work.events.count > 0 { try submit(body) }
    for _ in chunks.indices {
      try take(chunks[current], body)
      current = (current + 1) % chunks.count
    }
  }

  /// Gives the current chunk away and makes room in the next one.
  private mutating func submit<Failure: Error>(
    _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    let chunk = chunks[current]
    guard let workers else {
      chunk.hash()
      return try hand(chunk, body)
    }
    chunk.ticket = workers.submit { chunk.hash() }
    current = (current + 1) % chunks.count
    try take(chunks[current], body)
  }

  /// Waits for a chunk and hands on its leaves.
  private mutating func take<Failure: Error>(
    _ chunk: Chunk, _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    guard let ticket = chunk.ticket else { return }
    workers?.wait(for: ticket)
    chunk.ticket = nil
    try hand(chunk, body)
  }

  private mutating func hand<Failure: Error>(
    _ chunk: Chunk, _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    let effort = chunk.work.takeEffort()
    hashCount += effort.hashes
    hashedByteCount += effort.bytes
    try body(chunk.work.leaves)
    chunk.work.leaves.removeAll()
  }
}
