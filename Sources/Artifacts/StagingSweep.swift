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
      guard try folder.lockIfFree(), try isOurs(folder) else { continue }
      try settle(folder, in: root)
      for file in try folder.names() { try folder.remove(Path(bytes: file)) }
      try root.removeFolder(path)
    }
  }

  /// Whether a folder can be one that a sink has made: it has files only.
  private static func isOurs(_ folder: borrowing Folder) throws(SystemError) -> Bool {
    for name in try folder.names() {
      guard try folder.status(of: Path(bytes: name))?.kind == .regular else { return false }
    }
    return true
  }

  /// Takes an unfinished publication back, or ends one whose manifest has its name.
  private static func settle(
    _ staging: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) {
    let journal = try content(of: PublicationJournal.journal, in: staging) ?? []
    let paths = PublicationJournal.paths(journal)
    guard let text = try content(of: PublicationJournal.manifest, in: staging) else {
      for number in paths.indices {
        try PublicationJournal.removeOld(paths[number], number, of: staging, in: root)
      }
      return
    }
    // The manifest comes back last: it must never stand beside files of the other export.
    for number in paths.indices where paths[number] != ExportNames.manifest {
      try PublicationJournal.restoreOld(paths[number], number, of: staging, in: root)
    }
    if let manifest = try? ExportManifest(text.span) {
      let own = try UnfinishedPublication.placedFiles(of: staging)
      // Where exports are joined, what stands there may be the same file as what was to be placed.
      let standing = try standingArtifacts(paths, staging, in: root)
      for artifact in manifest.artifacts where standing[artifact.path] != artifact.sha256 {
        try removeIfOwn(artifact.path.bytes, own, in: root)
      }
      try removeIfOwn(ExportNames.sums, own, in: root)
    }
    try root.synchronize()
    if let number = paths.firstIndex(of: ExportNames.manifest) {
      try PublicationJournal.restoreOld(paths[number], number, of: staging, in: root)
    }
  }

  /// The digests of the artifacts of the export that is whole again when all is taken back.
  private static func standingArtifacts(
    _ saved: [[UInt8]], _ staging: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) -> [Path: [UInt8]] {
    let backup = saved.firstIndex(of: ExportNames.manifest).map(PublicationJournal.backup)
    var text = try content(of: Path(bytes: ExportNames.manifest), in: root)
    if text == nil, let backup { text = try content(of: backup, in: staging) }
    // A manifest that can't be read lists nothing.
    let artifacts = text.flatMap { try? ExportManifest($0.span) }?.artifacts ?? []
    return Dictionary(artifacts.map { ($0.path, $0.sha256) }) { first, _ in first }
  }

  /// Removes a name that the killed run has given to one of its files.
  private static func removeIfOwn(
    _ path: [UInt8], _ own: Set<[UInt64]>, in root: borrowing Folder
  ) throws(SystemError) {
    // The run may have been killed between making a folder and filling it.
    defer { PublicationJournal.removeEmptyFolders(of: path, in: root) }
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
