import Bytes
import Commitments
import Digests
import EventJSON
import Stages

/// Merges parts under one root, and signs it (spec/integrity.md, sections 2.6 to 2.8).
///
/// What is written first is `leaves`, then the manifest and the salt, and the checkpoint last, by a
/// rename: without it there is no export.
struct Sealer: ~Copyable {
  private let request: SealRequest
  private let export: ExportFolder
  private var frontier: Frontier
  private var block = Output(capacity: 64 * 1024)

  /// A sealer that writes to a folder, which is open and locked.
  init(_ request: SealRequest, in export: ExportFolder) {
    self.request = request
    self.export = export
    frontier = request.previous
  }

  /// Seals the parts in these folders, in their order, with the stored files.
  mutating func seal(
    _ parts: [ExportFolder], files: [FileRecord], in folder: borrowing Folder
  ) throws(Problem) -> SealedExport {
    var records: [PartRecord] = []
    for part in parts { records.append(try record(of: part)) }
    var seal = Seal(
      tool: request.tool, created: request.created, origin: request.origin,
      export: request.export, saltID: request.salt.identifier,
      count: records.reduce(0) { $0 + $1.count },
      previous: LogState(
        size: frontier.size, root: frontier.root, frontier: frontier.roots))
    seal.filter = request.filter
    seal.source = request.source
    seal.files = files
    let stored = files.reduce(0) { $0 + $1.count }
    guard files.isEmpty || stored == seal.count else {
      throw Problem(
        .badInput, "--file: the files hold \(stored) events, and the parts \(seal.count)")
    }
    try Self.merge(records, parts, into: &seal)
    do throws(Problem) {
      return try write(seal, Array(zip(parts, records)), in: folder)
    } catch {
      // Half the leaves are of no use; what can't be removed is replaced by the next run.
      try? folder.remove(Folder.staging(of: ExportFolder.File.leaves.name))
      SignalCleanup.forget(.manifest)
      throw error
    }
  }

  private func record(of part: ExportFolder) throws(Problem) -> PartRecord {
    let text = try part.require(.partRecord)
    guard let record = PartRecord(text.span) else {
      throw part.problem(.partRecord, "not the record of a part")
    }
    guard record.saltID == request.salt.identifier else {
      throw part.problem(
        .partRecord,
        "made with the salt \(Quoting.quoted(record.saltID)), and the export's is "
          + "\(request.salt.identifier): --export or the key is another one")
    }
    return record
  }

  /// Adds up what parts say of times and values.
  private static func merge(
    _ records: [PartRecord], _ parts: [ExportFolder], into seal: inout Seal
  ) throws(Problem) {
    seal.isFramed = records.allSatisfy(\.isFramed)
    for (number, record) in records.enumerated() {
      if number == 0 {
        seal.tally = record.tally
      } else if !seal.tally.add(record.tally) {
        throw parts[number].problem(
          .partRecord, "tallies other fields than the parts before it, or too many values")
      }
      guard let time = record.time else { continue }
      seal.time = seal.time.map { $0.followed(by: time) } ?? time
    }
  }
}

// Writing.
extension Sealer {
  private mutating func write(
    _ seal: Seal, _ parts: [(folder: ExportFolder, record: PartRecord)], in folder: borrowing Folder
  ) throws(Problem) -> SealedExport {
    let leaves = ExportFolder.File.leaves.name
    let file = try Self.perform(export, .leaves) { () throws(SystemError) in
      let staging = Folder.staging(of: leaves)
      if try folder.contains(staging) { try folder.remove(staging) }
      return try SignalCleanup.withSignalsBlocked { () throws(SystemError) in
        let file = try folder.createLocked(staging, mode: 0o600)
        SignalCleanup.register(staging, in: folder, as: .manifest)
        return file
      }
    }
    for part in parts { try copyLeaves(of: part.folder, part.record, to: file) }
    let manifest = try sealLine(seal)
    try append(manifest.leaf, to: file)
    let export = export
    try Self.perform(export, .leaves) { () throws(SystemError) in
      try block.flush(to: file)
      try file.synchronize()
      try folder.rename(Folder.staging(of: leaves), to: leaves)
      SignalCleanup.forget(.manifest)
    }
    let root = frontier.root
    try replace(.manifest, manifest.line, in: folder)
    try replace(.salt, saltFile, in: folder)
    try Self.perform(export, .salt) { () throws(SystemError) in try folder.synchronize() }
    try replace(.checkpoint, try sign(seal, root), in: folder)
    try Self.perform(export, .checkpoint) { () throws(SystemError) in try folder.synchronize() }
    return SealedExport(seal: seal, root: root, verifier: request.key.verifier)
  }

  private static func perform<Result: ~Copyable>(
    _ export: ExportFolder, _ file: ExportFolder.File,
    _ body: () throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw export.problem(file, "\(error)")
    }
  }

  private func replace(
    _ file: ExportFolder.File, _ content: [UInt8], in folder: borrowing Folder
  ) throws(Problem) {
    do throws(SystemError) {
      try folder.replace(file.name, mode: 0o600, content: content.span)
    } catch {
      throw export.problem(file, "\(error)")
    }
  }

  /// Copies the leaves of a part, which must be those that it was recorded with.
  private mutating func copyLeaves(
    of part: ExportFolder, _ record: PartRecord, to file: borrowing Descriptor
  ) throws(Problem) {
    guard var leaves = try LeafFile.open(part.path(of: .partLeaves)), leaves.isWhole else {
      throw part.problem(.partLeaves, "is not there, or no file of leaves")
    }
    guard leaves.count == record.count else {
      throw part.problem(
        .partLeaves, "\(leaves.count) leaves, and part.json says \(record.count) events")
    }
    var digest = StreamDigest()
    while let leaf = try leaves.next() {
      try append(leaf, to: file)
      digest.update(leaf.bytes.span)
    }
    guard record.leavesSHA256 == nil || record.leavesSHA256 == digest.digest() else {
      throw part.problem(.partLeaves, "is not the file that part.json was written for")
    }
  }

  private mutating func append(
    _ leaf: Digest256, to file: borrowing Descriptor
  ) throws(Problem) {
    frontier.append(leaf)
    block.append(leaf)
    guard block.count >= 64 * 1024 else { return }
    do throws(SystemError) {
      try block.flush(to: file)
    } catch {
      throw export.problem(.leaves, "\(error)")
    }
  }

  private func sign(_ seal: Seal, _ root: Digest256) throws(Problem) -> [UInt8] {
    let origin = Array(seal.origin.utf8)
    guard let checkpoint = Checkpoint(origin: origin, size: seal.size, root: root) else {
      throw Problem(.usage, "\(Quoting.quoted(seal.origin)) can't be the name of a log")
    }
    do throws(CheckpointProblem) {
      return try SignedCheckpoint(checkpoint, signedWith: request.key).bytes
    } catch {
      throw export.problem(.checkpoint, error.reason)
    }
  }

  private var saltFile: [UInt8] {
    var text = Output(capacity: 128)
    request.salt.appendFile(to: &text)
    return Array(copying: text.bytes)
  }

  /// The seal's line with its receipt, and its leaf: the last one, so that its path is the
  /// frontier before it, the smallest subtree first.
  private func sealLine(_ seal: Seal) throws(Problem) -> (line: [UInt8], leaf: Digest256) {
    let text = seal.text
    var hasher = EventHasher(salt: request.salt)
    let hashes: EventHashes
    do throws(CanonicalRefusal) {
      hashes = try hasher.hash(text.span)
    } catch {
      preconditionFailure("a seal has a canonical form: \(error.rawValue)")
    }
    var line = Output(capacity: text.count + 1024)
    line.append("{\"_kt\":{\"i\":\(seal.index),\"n\":\(seal.size),\"open\":\"")
    Base64.url.append(hashes.seed.bytes.span, to: &line)
    line.append("\",\"path\":\"")
    var path: [UInt8] = []
    for root in frontier.roots.reversed() { path += root.bytes }
    Base64.url.append(path.span, to: &line)
    line.append("\"},")
    line.append(text.span.extracting(1..<text.count))
    line.append(.newline)
    return (Array(copying: line.bytes), hashes.leaf)
  }
}
