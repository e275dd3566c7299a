import Bytes
import Commitments
import EventJSON
import Stages

/// What one event is by itself, before it is compared with the log.
struct EventInspection: Sendable {
  /// What it is to the log; unknown where no log is at hand.
  var leaf: EventLeaf
  /// What its receipt says of its place.
  var place: ReceiptPlace
  var hasMask: Bool
  var isMaskedWhole: Bool
  /// Where its findings end among those of its chunk.
  var findingsEnd: Int
}

/// Inspects events on threads, in chunks, and hands on in their order what they are.
///
/// All that an event is by itself is found there: its leaf, by its receipt or the salt, and what its
/// content hashes are. What it is in its log is for whoever takes the inspections.
struct InspectionQueue: ~Copyable {
  /// The events of a chunk, and what they are.
  struct Chunk: ~Copyable, EventChunk {
    private var bytes = Output(capacity: 512 * 1024)
    private var ends: [Int] = []
    private var leaves: EventLeafReader
    private var content: ContentHashCheck
    private let readsLeaves: Bool
    /// What the events are, in their order.
    private(set) var events: [EventInspection] = []
    /// What is found of their content, without lines.
    private(set) var findings: [Finding] = []
    private(set) var tally = ContentHashTally()

    init(salt: ExportSalt?, pairs: [HashPair], readsLeaves: Bool) {
      leaves = EventLeafReader(salt: salt)
      content = ContentHashCheck(pairs: pairs)
      self.readsLeaves = readsLeaves
    }

    var byteCount: Int { bytes.count }

    mutating func append(_ line: Span<UInt8>) {
      bytes.append(line)
      ends.append(bytes.count)
    }

    /// Inspects all events.
    mutating func work() {
      events.removeAll(keepingCapacity: true)
      findings.removeAll(keepingCapacity: true)
      tally = ContentHashTally()
      var start = 0
      for end in ends {
        let leaf =
          readsLeaves ? Self.leaf(bytes, start..<end, &leaves) : EventLeaf.unknown
        Self.check(bytes, start..<end, &content, refuses: !readsLeaves, &tally, &findings)
        events.append(
          EventInspection(
            leaf: leaf, place: leaves.place, hasMask: leaves.hasMask,
            isMaskedWhole: leaves.isMaskedWhole, findingsEnd: findings.count))
        start = end
      }
      bytes.removeAll()
      ends.removeAll(keepingCapacity: true)
    }

    // Take their parts one by one, as one is read while another one changes.
    private static func leaf(
      _ bytes: borrowing Output, _ range: Range<Int>, _ leaves: inout EventLeafReader
    ) -> EventLeaf {
      leaves.read(bytes.bytes.extracting(range))
    }

    /// Checks the content hashes; where no leaves are read, a line that is no event is told here.
    private static func check(
      _ bytes: borrowing Output, _ range: Range<Int>, _ content: inout ContentHashCheck,
      refuses: Bool, _ tally: inout ContentHashTally, _ findings: inout [Finding]
    ) {
      do throws(JSONProblem) {
        try content.check(bytes.bytes.extracting(range))
      } catch {
        if refuses { findings.append(Finding(.refused, reason: error.refusalCode)) }
        return
      }
      for index in content.results.indices {
        let result = content.results[index]
        tally.count(result.status)
        guard let code = result.status.finding else { continue }
        findings.append(Finding(code, field: content.pointer(of: result)))
      }
    }
  }

  private var ring: ChunkRing<Chunk>

  /// A queue over `threads` threads, at least 2.
  init(threads: Int, salt: ExportSalt?, pairs: [HashPair], readsLeaves: Bool) {
    ring = ChunkRing(threads: threads) {
      Chunk(salt: salt, pairs: pairs, readsLeaves: readsLeaves)
    }
  }

  /// Adds an event; what is inspected meanwhile is handed to `body`.
  mutating func add<Failure: Error>(
    _ line: Span<UInt8>, _ body: (borrowing Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    ring.current.append(line)
    try ring.submitWhereFull { chunk throws(Failure) in try body(chunk) }
  }

  /// Hands on everything that was added.
  mutating func drain<Failure: Error>(
    _ body: (borrowing Chunk) throws(Failure) -> Void
  ) throws(Failure) {
    try ring.drain { chunk throws(Failure) in try body(chunk) }
  }
}
