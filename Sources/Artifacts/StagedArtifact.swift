import Bytes
import Compression
import Digests
import Manifests
import Stages

/// One artifact of an export while it is filled: what is known of it, and its open file.
///
/// A class, as its blocks come back from compression by its number.
final class StagedArtifact {
  /// Its name, before an export that is added to is looked at.
  let name: ArtifactName
  /// The number of its staging file.
  let number: Int
  /// The values of the template's placeholders.
  let partition: [ArtifactEntry.PartitionValue]
  /// The events' number and times.
  var events = 0
  var observation = Observation()
  /// Blocks that were submitted and have not come back.
  var blocksUnderway = 0
  /// When a block was last submitted, by the writer's count.
  var lastUse = 0
  /// Whether the file is to be ended when its last block comes back.
  var isEnding = false

  private var assembler: MemberAssembler
  private var file: Descriptor?
  private var plainDigest = StreamDigest()
  private var storedDigest = StreamDigest()
  private var plainBytes = 0
  private var storedBytes = 0
  private var scratch = Output(capacity: 64)

  init(
    name: ArtifactName, number: Int, file: consuming Descriptor, _ method: CompressionMethod,
    partition: [ArtifactEntry.PartitionValue]
  ) {
    self.name = name
    self.number = number
    self.partition = partition
    self.file = consume file
    assembler = MemberAssembler(method)
  }

  /// The path below the root.
  var path: [UInt8] { name.path }

  /// Whether its file is open.
  var isOpen: Bool { file != nil }

  /// Bytes in the file so far.
  var bytesWritten: Int { storedBytes }

  /// Takes the file that was opened again, for a further member.
  func reopen(_ file: consuming Descriptor) { self.file = consume file }

  /// Notes what a block that is about to be submitted holds.
  func note(_ block: Span<UInt8>) {
    plainDigest.update(block)
    plainBytes += block.count
  }

  /// Gives such a block what it may refer to.
  func prepare(_ job: BlockJob) {
    assembler.prepare(job)
    blocksUnderway += 1
  }

  /// Writes a block that came back.
  func write(_ job: BlockJob) throws(SystemError) {
    blocksUnderway -= 1
    assembler.append(job, to: &scratch)
    try writeScratch()
  }

  /// Ends the member and closes the file, which can be opened again.
  func close() throws(SystemError) {
    assembler.endMember(into: &scratch)
    try writeScratch()
    try file.take()?.close()
  }

  /// Ends the content and closes the file.
  func end() throws(SystemError) {
    assembler.endFile(into: &scratch)
    try writeScratch()
    try file.take()?.close()
  }

  private func writeScratch() throws(SystemError) {
    guard scratch.count > 0 else { return }
    precondition(isOpen, "blocks are written to open files")
    storedBytes += scratch.count
    storedDigest.update(scratch.bytes)
    try file?.writeAll(scratch.bytes)
    // Few artifacts are written to at once, and many may wait: none keeps the memory.
    scratch = Output(capacity: 64)
  }

  /// What the file must hold.
  var stored: StoredContent { StoredContent(bytes: storedBytes, sha256: storedDigest.finalize()) }

  /// What is published of it, once it has ended.
  var finished: FinishedArtifact { FinishedArtifact(name, number: number, entry) }

  private var entry: ArtifactEntry {
    var entry = ArtifactEntry(
      path: Path(bytes: path), bytes: storedBytes, sha256: stored.sha256, events: events,
      uncompressedBytes: plainBytes, uncompressedSHA256: plainDigest.finalize())
    entry.first = observation.first
    entry.last = observation.last
    entry.partition = partition
    return entry
  }
}
