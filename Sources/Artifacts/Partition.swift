import Bytes
import Compression
import Manifests

/// The events that have one path but for the part's number: the part that is being filled, and
/// what is gathered for its next block.
final class Partition {
  /// The values of the template's placeholders.
  let values: [ArtifactEntry.PartitionValue]
  /// The number of the next part.
  var nextPart = 0
  /// The part that is being filled.
  var artifact: StagedArtifact?
  /// The most bytes its file can have, where `--max-bytes` asks: what was written when nothing was
  /// underway, and the bounds of all blocks since.
  var boundOfFile = 0
  private var pending = Output(capacity: 512)

  init(values: [ArtifactEntry.PartitionValue]) { self.values = values }

  /// Bytes that wait for their block.
  var pendingBytes: Int { pending.count }
  /// Bytes of memory that they take.
  var pendingCapacity: Int { pending.capacity }

  /// Gathers an event on a line of its own.
  func append(_ line: Span<UInt8>) {
    pending.append(line)
    pending.append(.newline)
  }

  /// Fills a block with what was gathered.
  func moveBlock(to job: BlockJob, of artifact: StagedArtifact) {
    artifact.note(pending.bytes)
    pending.move(to: &job.block)
    artifact.prepare(job)
  }

  /// Gives the memory back; nothing is waiting in it.
  func releaseMemory() {
    precondition(pending.count == 0, "what was gathered is submitted first")
    pending = Output(capacity: 512)
  }
}
