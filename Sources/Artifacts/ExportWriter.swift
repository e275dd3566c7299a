import Bytes
import Compression
import DecisionEvent
import Manifests
import Stages

/// Fills the artifacts of an export by a template, any number of them in bounded memory.
///
/// Events are gathered by partition; a block that is full goes through compression on threads, and
/// is written in its turn. At most 64 files are open: the one that was not used for the longest
/// time is closed, and its next block begins a further gzip member. What the artifacts hold depends
/// on the events and options alone, never on threads or time.
struct ExportWriter: ~Copyable {
  /// The most files that are open at once.
  private static let maximumOpenFiles = 64
  /// The most memory for gathered events, in bytes; beyond it, all of them are written.
  private static let maximumPendingBytes = 96 * 1024 * 1024

  let root: Folder
  var staging: StagingFolder
  let options: ArtifactOptions
  private let rootPath: Path
  var pipeline: BlockPipeline
  private var table = PartitionTable()
  private var partitions: [Partition] = []
  /// All artifacts, by the numbers of their staging files.
  private(set) var artifacts: [StagedArtifact] = []
  var open: [StagedArtifact] = []
  var openLimit = ExportWriter.maximumOpenFiles
  private var pendingMemory = 0
  var useCount = 0

  init(
    root: consuming Folder, staging: consuming StagingFolder, at path: Path,
    options: ArtifactOptions
  ) {
    self.root = root
    self.staging = staging
    self.options = options
    rootPath = path
    pipeline = BlockPipeline(options.compression, threads: options.threads)
  }

  /// Adds an event to the artifact at `path`, which has a mark in place of the part's number;
  /// `values` is asked once for each partition.
  mutating func add(
    _ line: Span<UInt8>, at path: Span<UInt8>, time: Timestamp?,
    values: () -> [ArtifactEntry.PartitionValue]
  ) throws(Problem) {
    let (number, isNew) = table.number(of: path)
    if isNew { partitions.append(try makePartition(number, values())) }
    let partition = partitions[number]
    if isFull(partition, before: line.count + 1) { try rotate(partition, number, line.count + 1) }
    if partition.artifact == nil { try beginPart(partition, number) }
    let capacity = partition.pendingCapacity
    partition.append(line)
    pendingMemory += partition.pendingCapacity - capacity
    partition.artifact?.events += 1
    partition.artifact?.observation.note(time)
    if partition.pendingBytes >= options.compression.blockSize { try submit(partition) }
    if pendingMemory > Self.maximumPendingBytes { try submitAll() }
  }

  /// A problem with an artifact.
  func problem(_ path: [UInt8], _ error: SystemError) -> Problem {
    Problem(.failure, "\(Quoting.escaped(rootPath.appending(path).text)): \(error)")
  }

  private func makePartition(
    _ number: Int, _ values: [ArtifactEntry.PartitionValue]
  ) throws(Problem) -> Partition {
    let path = ArtifactName(marked: table[number], part: nil).path
    if ExportNames.isReserved(Path(bytes: path).lastComponent) {
      throw Problem(
        .failure,
        "\(Quoting.escaped(rootPath.appending(path).text)): the name is kept for the manifest; "
          + "give the template another ending")
    }
    return Partition(values: values)
  }

  private mutating func beginPart(_ partition: Partition, _ number: Int) throws(Problem) {
    let name = ArtifactName(
      marked: table[number], part: options.hasParts ? partition.nextPart : nil)
    partition.nextPart += 1
    partition.boundOfFile = 0
    let file = try makeFile(for: name.path)
    let artifact = StagedArtifact(
      name: name, number: staging.count - 1, file: file, options.compression,
      partition: partition.values)
    artifacts.append(artifact)
    noteOpen(artifact)
    partition.artifact = artifact
  }

  /// Whether the part has no room for `count` more bytes, or one more event.
  private func isFull(_ partition: Partition, before count: Int) -> Bool {
    guard let artifact = partition.artifact else { return false }
    if let maximum = options.maximumEvents, artifact.events >= maximum { return true }
    guard let maximum = options.maximumBytes else { return false }
    return bound(partition, count) > maximum
  }

  private func bound(_ partition: Partition, _ count: Int) -> Int {
    partition.boundOfFile + options.compression.bound(of: partition.pendingBytes + count)
  }

  /// Ends a part that is full.
  ///
  /// One that may be full by its bytes is looked at closely first: what is underway is waited for,
  /// as most of it takes less room than its bound. That happens at the same events in every run.
  private mutating func rotate(
    _ partition: Partition, _ number: Int, _ count: Int
  ) throws(Problem) {
    guard let artifact = partition.artifact else { return }
    try submit(partition)
    if options.maximumEvents.map({ artifact.events < $0 }) ?? true {
      while artifact.blocksUnderway > 0 { try takeOldest() }
      partition.boundOfFile = artifact.bytesWritten
      if !isFull(partition, before: count) { return }
    }
    partition.artifact = nil
    artifact.isEnding = true
    // It is closed when its last block comes back, and no longer counts: when that is depends on
    // the threads, and which file is closed for another must not.
    open.removeAll { $0 === artifact }
    if artifact.blocksUnderway == 0 { try end(artifact) }
  }

  /// Sends what a partition has gathered on its way.
  private mutating func submit(_ partition: Partition) throws(Problem) {
    guard partition.pendingBytes > 0, let artifact = partition.artifact else { return }
    if !artifact.isOpen { try reopen(artifact) }
    while pipeline.isFull { try takeOldest() }
    let job = pipeline.makeJob()
    partition.boundOfFile += options.compression.bound(of: partition.pendingBytes)
    partition.moveBlock(to: job, of: artifact)
    pipeline.submit(job, owner: artifact.number)
    useCount += 1
    artifact.lastUse = useCount
  }

  private mutating func submitAll() throws(Problem) {
    for partition in partitions {
      try submit(partition)
      pendingMemory -= partition.pendingCapacity
      partition.releaseMemory()
      pendingMemory += partition.pendingCapacity
    }
  }

  mutating func takeOldest() throws(Problem) {
    let job = pipeline.takeOldest()
    let artifact = artifacts[job.owner]
    do throws(SystemError) {
      try artifact.write(job)
    } catch {
      throw problem(artifact.path, error)
    }
    pipeline.recycle(job)
    if artifact.isEnding, artifact.blocksUnderway == 0 { try end(artifact) }
  }

  /// Writes everything out, makes it durable and reads it back.
  mutating func finish() throws(Problem) {
    try submitAll()
    while !pipeline.isEmpty { try takeOldest() }
    for partition in partitions {
      guard let artifact = partition.artifact else { continue }
      partition.artifact = nil
      try end(artifact)
    }
    try settle()
  }

  private mutating func settle() throws(Problem) {
    var settlement = Settlement(threads: options.threads)
    for artifact in artifacts {
      let file: Descriptor
      do throws(SystemError) {
        file = try staging.folder.open(StagingFolder.fileName(artifact.number))
      } catch {
        throw problem(artifact.path, error)
      }
      try check(settlement.add(file, stored: artifact.stored, number: artifact.number))
    }
    while let settled = settlement.takeOldest() { try check(settled) }
  }

  private func check(_ settled: Settlement.Settled?) throws(Problem) {
    guard let settled, let error = settled.error else { return }
    throw problem(artifacts[settled.number].path, error)
  }

  /// What is to be published, once all is finished.
  consuming func takePublication(at path: Path, isContinued: Bool) -> ExportPublication {
    var options = options
    if isContinued {
      // Each frame adds to what those before it have published.
      options.appends = true
      options.replaces = false
    }
    return ExportPublication(
      root: root, at: path, staging: staging, options: options,
      artifacts: artifacts.map(\.finished))
  }

  /// Removes what was made: nothing is published.
  consuming func discard() { staging.remove(from: root) }
}
