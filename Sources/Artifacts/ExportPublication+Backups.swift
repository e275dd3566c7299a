import Bytes
import Stages

// What the old export loses, and how it gets it back.
extension ExportPublication {
  /// Keeps what loses its name in the staging folder, and notes it there before it does.
  mutating func save(
    _ changed: [[UInt8]], stale: [[UInt8]], isManifestGoing: Bool
  ) throws(Problem) {
    let sums = placements[placements.count - 1]
    var paths = changed
    if try perform(sums.path, { root throws(SystemError) in try Self.isTaken(sums, in: root) }) {
      paths.append(sums.path)
    }
    for path in paths { try save(path) }
    staleStart = saved.count
    for path in stale where try isThere(path) { try save(path) }
    staleEnd = saved.count
    if isManifestGoing { try save(ExportNames.manifest) }
    guard !saved.isEmpty else { return }
    let text = PublicationJournal.text(saved)
    do throws(SystemError) {
      let number = try staging.makeFile(of: text.span, mode: 0o600)
      try staging.folder.rename(StagingFolder.fileName(number), to: PublicationJournal.journal)
      hasJournal = true
      try staging.folder.synchronize()
      guard isManifestGoing else { return }
      try root.remove(Path(bytes: ExportNames.manifest))
      try root.synchronize()
    } catch {
      throw problem(ExportNames.manifest, error)
    }
  }

  /// Whether an artifact of the old export is still where its manifest says.
  borrowing func isThere(_ path: [UInt8]) throws(Problem) -> Bool {
    try perform(path) { root throws(SystemError) in
      do throws(SystemError) {
        return try root.parent(of: path).contains(Path(bytes: Path(bytes: path).lastComponent))
      } catch {
        guard error.isMissing else { throw error }
        return false
      }
    }
  }

  mutating func save(_ path: [UInt8]) throws(Problem) {
    let backup = PublicationJournal.backup(saved.count)
    do throws(SystemError) {
      let folder = try root.parent(of: path)
      let name = Path(bytes: Path(bytes: path).lastComponent)
      guard try folder.isReplaceable(name) else { throw .exists("rename") }
      try folder.link(name, into: staging.folder, as: backup)
    } catch {
      throw problem(path, error)
    }
    saved.append(path)
  }

  /// Removes what only the old export had; the next run ends what fails here.
  borrowing func removeStale() throws(Problem) {
    for number in staleStart..<staleEnd {
      try perform(saved[number]) { root throws(SystemError) in
        try PublicationJournal.removeOld(saved[number], number, of: staging.folder, in: root)
      }
    }
  }

  /// Takes back what this run has done, and gives the old export its names again, its manifest
  /// last.
  borrowing func withdraw() {
    // What can't be undone here is taken back by the next run; the first problem is told.
    var isUndone = true
    for path in placed {
      guard let folder = try? root.parent(of: path),
        (try? folder.remove(Path(bytes: Path(bytes: path).lastComponent))) != nil
      else {
        isUndone = false
        continue
      }
    }
    // Folders, too, that were made for names which could not be given.
    for path in touchedFolders { PublicationJournal.removeEmptyFolders(of: path, in: root) }
    if hasJournal {
      for number in saved.indices {
        let restored: Void? = try? PublicationJournal.restoreOld(
          saved[number], number, of: staging.folder, in: root)
        if restored == nil { isUndone = false }
      }
    }
    // The staging folder stays for the next run where it still has what this one could not do.
    if isUndone { finishStaging() }
  }

  borrowing func finishStaging() {
    for number in saved.indices {
      try? staging.folder.remove(PublicationJournal.backup(number))
    }
    try? staging.folder.remove(PublicationJournal.journal)
    try? staging.folder.remove(PublicationJournal.manifest)
    staging.remove(from: root)
  }
}
