import Bytes
import Digests
import EventJSON
public import Stages

/// Writes what one process committed: `part.leaves` while events pass, and `part.json` behind it
/// (spec/integrity.md, section 2.8).
public struct PartWriter: ~Copyable {
  private let export: ExportFolder
  private let folder: Folder
  private let file: Descriptor
  private var leaves = Output(capacity: 64 * 1024)
  private var digest = StreamDigest()
  private var isNamed = false

  /// Begins a part in a folder, which is made where it is missing; what another run left there of
  /// a part is replaced.
  public init(in export: ExportFolder) throws(Problem) {
    let folder = try export.openForWriting()
    let file: Descriptor
    do throws(SystemError) {
      let staging = Folder.staging(of: ExportFolder.File.partLeaves.name)
      for name in [ExportFolder.File.partRecord.name, staging] where try folder.contains(name) {
        try folder.remove(name)
      }
      // A signal between making and noting the file would leave it behind.
      file = try SignalCleanup.withSignalsBlocked { () throws(SystemError) in
        let file = try folder.createLocked(staging, mode: 0o600)
        SignalCleanup.register(staging, in: folder, as: .artifact)
        return file
      }
    } catch {
      throw export.problem(.partLeaves, "\(error)")
    }
    self.export = export
    self.folder = folder
    self.file = file
  }

  /// Appends the leaves of further events, 32 bytes each.
  ///
  /// - Throws: `failure` where they can't be written.
  public mutating func append(_ bytes: Span<UInt8>) throws(Problem) {
    leaves.append(bytes)
    digest.update(bytes)
    if leaves.count >= 64 * 1024 { try flush() }
  }

  private mutating func flush() throws(Problem) {
    do throws(SystemError) {
      try leaves.flush(to: file)
    } catch {
      throw Problem(writing: Quoting.escaped(export.path(of: .partLeaves).text), error)
    }
  }

  /// Brings all leaves so far, and the record of them, to their disk and under their names; more
  /// may be appended afterwards.
  ///
  /// - Throws: `failure`: a write, `fsync` or `rename` that fails, which is final.
  public mutating func conclude(_ record: PartRecord) throws(Problem) {
    try flush()
    var record = record
    record.leavesSHA256 = digest.digest()
    let text = record.text
    do throws(SystemError) {
      try file.synchronize()
      let name = ExportFolder.File.partLeaves.name
      if !isNamed {
        try folder.rename(Folder.staging(of: name), to: name)
        isNamed = true
        SignalCleanup.forget(.artifact)
      }
      try folder.replace(ExportFolder.File.partRecord.name, mode: 0o600, content: text.span)
      try folder.synchronize()
    } catch {
      throw export.problem(.partRecord, "\(error)")
    }
  }

  /// Calls `body` with the folder, which is open and locked.
  func withFolder<Result>(
    _ body: (borrowing Folder) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    try body(folder)
  }

  deinit {
    // What was not concluded is of no use; what can't be removed is replaced by the next run.
    if !isNamed { try? folder.remove(Folder.staging(of: ExportFolder.File.partLeaves.name)) }
    SignalCleanup.forget(.artifact)
  }
}
