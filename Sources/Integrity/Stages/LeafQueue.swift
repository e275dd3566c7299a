import Bytes
import Commitments
import Digests
import EventJSON

/// Computes the leaves of events, on threads where there are several, and gives them in order.
///
/// Canonical forms are written by whoever asks, so that a line that is refused is known at once;
/// what costs most, the tree of salted hashes, is done in chunks elsewhere.
struct LeafQueue: ~Copyable {
  /// What a chunk holds: all of it in one value, so that the hashing of a whole chunk is one access
  /// to memory that several might have.
  private struct Chunk: ~Copyable, EventChunk {
    var events = CanonicalEvents()
    var hasher: EventHasher
    var leaves = Output(capacity: 4096)
    private var counted = Effort()

    init(_ salt: ExportSalt) { hasher = EventHasher(salt: salt) }

    var byteCount: Int { events.byteCount }

    mutating func work() {
      leaves.removeAll()
      hasher.appendLeaves(of: events, to: &leaves)
      events.removeAll()
    }

    /// How much was hashed since this was asked for last.
    mutating func takeEffort() -> Effort {
      let all = Effort(hashCount: hasher.hashCount, byteCount: hasher.hashedByteCount)
      defer { counted = all }
      return all - counted
    }
  }

  private var ring: ChunkRing<Chunk>
  private var form = CanonicalForm()
  /// How much was hashed for the leaves that were handed on.
  private(set) var effort = Effort()

  /// A queue over `threads` threads, at least 1.
  init(salt: ExportSalt, threads: Int) {
    ring = ChunkRing(threads: threads) { Chunk(salt) }
  }

  /// Adds an event, and hands leaves that are ready to `body`; after a refusal all is as it was
  /// before.
  mutating func add<Failure: Error>(
    _ line: Span<UInt8>, _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) -> CanonicalRefusal? {
    do throws(CanonicalRefusal) {
      try ring.current.events.append(line, using: &form)
    } catch {
      return error
    }
    var new = Effort()
    defer { effort += new }
    try ring.submitWhereFull { chunk throws(Failure) in try Self.hand(&chunk, &new, body) }
    return nil
  }

  /// Hands on the leaves of everything that was added.
  mutating func drain<Failure: Error>(
    _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    var new = Effort()
    defer { effort += new }
    try ring.drain { chunk throws(Failure) in try Self.hand(&chunk, &new, body) }
  }

  private static func hand<Failure: Error>(
    _ chunk: inout Chunk, _ effort: inout Effort,
    _ body: (borrowing Output) throws(Failure) -> Void
  ) throws(Failure) {
    effort += chunk.takeEffort()
    try body(chunk.leaves)
    chunk.leaves.removeAll()
  }
}

extension LeafQueue {
  /// How much was hashed.
  struct Effort {
    /// How many hashes were made.
    var hashCount = 0
    /// How many bytes went into them.
    var byteCount = 0

    static func - (left: Effort, right: Effort) -> Effort {
      Effort(
        hashCount: left.hashCount - right.hashCount, byteCount: left.byteCount - right.byteCount)
    }

    static func += (left: inout Effort, right: Effort) {
      left.hashCount += right.hashCount
      left.byteCount += right.byteCount
    }
  }
}
