import Bytes
import Digests

/// Tells files that a run is placing, or was placing when it was killed, from those of an export.
enum UnfinishedPublication {
  /// The files in a root, by their identity, that belong to no export now.
  ///
  /// Before a new manifest has its name, those are the files that are being placed; afterwards,
  /// those of the old export that are still to be removed.
  static func files(in root: borrowing Folder) throws(SystemError) -> Set<[UInt64]> {
    var files: Set<[UInt64]> = []
    for name in try root.names() where StagingFolder.isStaging(name) {
      guard try root.status(of: Path(bytes: name))?.kind == .folder else { continue }
      let staging = try root.folder(Path(bytes: name))
      let isCommitted = try !staging.contains(PublicationJournal.manifest)
      files.formUnion(
        try isCommitted ? oldFiles(of: staging) : placedFiles(of: staging))
    }
    return files
  }

  /// Whether an old file with this content is kept, and comes back with the next run.
  static func keeps(
    _ content: StoredContent, in root: borrowing Folder
  ) throws(SystemError) -> Bool {
    for name in try root.names() where StagingFolder.isStaging(name) {
      guard try root.status(of: Path(bytes: name))?.kind == .folder else { continue }
      let staging = try root.folder(Path(bytes: name))
      guard try staging.contains(PublicationJournal.manifest) else { continue }
      for file in try staging.names() where PublicationJournal.isBackup(file) {
        if try content.isContent(of: Path(bytes: file), in: staging) { return true }
      }
    }
    return false
  }

  /// The files that a staging folder is there for.
  static func placedFiles(of staging: borrowing Folder) throws(SystemError) -> Set<[UInt64]> {
    try identities(in: staging) { !PublicationJournal.isBackup($0) }
  }

  private static func oldFiles(
    of staging: borrowing Folder
  ) throws(SystemError) -> Set<[UInt64]> {
    try identities(in: staging) { PublicationJournal.isBackup($0) }
  }

  private static func identities(
    in folder: borrowing Folder, where isWanted: ([UInt8]) -> Bool
  ) throws(SystemError) -> Set<[UInt64]> {
    var identities: Set<[UInt64]> = []
    for name in try folder.names() where isWanted(name) {
      guard let status = try folder.status(of: Path(bytes: name)) else { continue }
      identities.insert(status.identity)
    }
    return identities
  }
}
