import Bytes
import Manifests

/// Takes back what killed runs left in an export's root: the old export is whole again, and what
/// was not published is gone.
///
/// The root must be locked, so that no folder is seen between its making and its locking.
struct StagingSweep {
  /// Sweeps all staging folders that nobody has locked.
  static func run(in root: borrowing Folder) throws(SystemError) {
    for name in try root.names() where StagingFolder.isStaging(name) {
      let path = Path(bytes: name)
      // What is no folder of ours, or can't be opened, harms nobody.
      guard try root.status(of: path)?.kind == .folder else { continue }
      let folder = try root.folder(path)
      guard try folder.lockIfFree() else { continue }
      try takeBack(folder, in: root)
      for file in try folder.names() { try folder.remove(Path(bytes: file)) }
      try root.removeFolder(path)
    }
  }

  /// The files that unfinished publications have given names to, by their identity.
  static func unfinishedFiles(in root: borrowing Folder) throws(SystemError) -> Set<[UInt64]> {
    var files: Set<[UInt64]> = []
    for name in try root.names() where StagingFolder.isStaging(name) {
      let path = Path(bytes: name)
      guard try root.status(of: path)?.kind == .folder else { continue }
      files.formUnion(try identities(in: try root.folder(path)))
    }
    return files
  }

  private static func identities(in folder: borrowing Folder) throws(SystemError) -> Set<[UInt64]> {
    var identities: Set<[UInt64]> = []
    for name in try folder.names() {
      guard let status = try folder.status(of: Path(bytes: name)) else { continue }
      identities.insert(status.identity)
    }
    return identities
  }

  /// Takes an unfinished publication back.
  private static func takeBack(
    _ staging: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) {
    guard let text = try content(of: PublicationJournal.manifest, in: staging) else { return }
    let journal = try content(of: PublicationJournal.journal, in: staging) ?? []
    let paths = PublicationJournal.paths(journal)
    for number in paths.indices.reversed() {
      let backup = PublicationJournal.backup(number)
      guard try staging.contains(backup) else { continue }
      let folder = try root.parent(of: paths[number])
      try staging.move(
        backup, into: folder, as: Path(bytes: Path(bytes: paths[number]).lastComponent))
      try folder.synchronize()
    }
    guard let manifest = try? ExportManifest(text.span) else { return }
    let own = try identities(in: staging)
    for path in manifest.artifacts.map(\.path.bytes) + [ExportNames.sums] {
      try removeIfOwn(path, own, in: root)
    }
    try root.synchronize()
  }

  /// Removes a name that the killed run has given to one of its files.
  private static func removeIfOwn(
    _ path: [UInt8], _ own: Set<[UInt64]>, in root: borrowing Folder
  ) throws(SystemError) {
    let name = Path(bytes: Path(bytes: path).lastComponent)
    do throws(SystemError) {
      let folder = try root.parent(of: path)
      guard let status = try folder.status(of: name), own.contains(status.identity) else { return }
      try folder.remove(name)
    } catch {
      // A folder that is not there yet holds nothing.
      guard error.isMissing else { throw error }
    }
  }

  private static func content(
    of name: Path, in folder: borrowing Folder
  ) throws(SystemError) -> [UInt8]? {
    guard try folder.contains(name) else { return nil }
    return try SmallFile.read(name, in: folder)
  }
}

/// Files that are read whole: manifests and journals.
enum SmallFile {
  static func read(_ name: Path, in folder: borrowing Folder) throws(SystemError) -> [UInt8] {
    var input = Input()
    var file = try folder.open(name)
    while try input.fill(from: &file) {}
    return Array(copying: input.unread)
  }
}
