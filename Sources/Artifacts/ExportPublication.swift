import Bytes
import Manifests
import Stages

/// Brings the finished artifacts of an export under their names, and its manifest last: all of it,
/// or nothing.
///
/// The manifest's rename is the commit point (spec/faults.md, section 1). Artifacts get their names
/// by links, so that a name that is taken is never replaced by accident, and a later run can tell
/// what a killed one has placed. Files of an old export that lose their names are kept in the
/// staging folder until the new one is there; where one of them changes, the old manifest goes
/// first, so that no manifest ever stands beside files that it does not describe.
struct ExportPublication: ~Copyable {
  /// One artifact: where it is staged, and what it will be called.
  struct Placement {
    let number: Int
    let path: [UInt8]
    let stored: StoredContent
  }

  private let root: Folder
  private let rootPath: Path
  private var staging: StagingFolder
  private let options: ArtifactOptions
  private var placements: [Placement]
  /// The names that this run has given.
  private var placed: [[UInt8]] = []
  /// The names of the old export that this run has taken, in the order of their backups.
  private var saved: [[UInt8]] = []
  private var touchedFolders: Set<[UInt8]> = []
  private var hasJournal = false

  init(
    root: consuming Folder, at path: Path, staging: consuming StagingFolder,
    options: ArtifactOptions, placements: [Placement]
  ) {
    self.root = root
    rootPath = path
    self.staging = staging
    self.options = options
    self.placements = placements.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  /// Publishes; `manifest` is the new one without what an old one adds.
  consuming func publish(_ manifest: ExportManifest) throws(Problem) {
    do throws(SystemError) {
      // Another run that is about to publish in this folder is waited for, interruptibly.
      try root.lock()
    } catch {
      withdraw()
      throw problem([], error)
    }
    var stale: [[UInt8]] = []
    try SignalCleanup.withSignalsBlocked { () throws(Problem) in
      do throws(Problem) {
        stale = try place(manifest)
      } catch {
        withdraw()
        throw error
      }
    }
    // From here on the export exists: a failure is told, and nothing of it is removed.
    removeStale(stale)
    finishStaging()
    try perform([]) { root throws(SystemError) in try root.synchronize() }
  }

  private func problem(_ path: [UInt8], _ error: SystemError) -> Problem {
    let whole = path.isEmpty ? rootPath : rootPath.appending(path)
    return Problem(.failure, "\(Quoting.escaped(whole.text)): \(error)")
  }

  /// Calls `body` with the root; a failure is a problem with the file at `path`.
  private borrowing func perform<Result>(
    _ path: [UInt8], _ body: (borrowing Folder) throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body(root)
    } catch {
      throw problem(path, error)
    }
  }

  /// Gives all names up to the manifest's; gives the paths of the old export that are left over.
  private mutating func place(_ new: ExportManifest) throws(Problem) -> [[UInt8]] {
    let old = try OldExport.read(in: root, at: rootPath, replaces: options.replaces)
    var manifest = new
    if options.appends { old?.manifest?.merge(into: &manifest) }
    let changed = try changedPaths()
    let isSame = old?.manifest.map { $0.hasSameArtifacts(as: manifest) } ?? true
    if let first = changed.first, !options.replaces { throw exists(first) }
    if !isSame, !options.replaces, !options.appends { throw exists(ExportNames.manifest) }
    if isSame, changed.isEmpty, let kept = old?.manifest?.created {
      // The same export again leaves the same bytes.
      manifest.created = kept
    }
    try stage(manifest)
    try save(changed, isManifestGoing: !changed.isEmpty && old != nil)
    try placeArtifacts(Set(changed))
    try placeSums()
    try synchronizeFolders()
    try perform(ExportNames.manifest) { root throws(SystemError) in
      try root.synchronize()
    }
    try commit()
    guard let old = old?.manifest, !options.appends else { return [] }
    let current = Set(manifest.artifacts.map(\.path.bytes))
    return old.artifacts.map(\.path.bytes).filter { !current.contains($0) }
  }

  private func exists(_ path: [UInt8]) -> Problem {
    Problem(
      .failure,
      "\(Quoting.escaped(rootPath.appending(path).text)): exists with other content; "
        + "--force replaces it")
  }

  /// The paths at which something else stands than what is to be published.
  private borrowing func changedPaths() throws(Problem) -> [[UInt8]] {
    var changed: [[UInt8]] = []
    for placement in placements {
      let isChanged = try perform(placement.path) { root throws(SystemError) in
        try Self.isTaken(placement, in: root)
      }
      if isChanged { changed.append(placement.path) }
    }
    return changed
  }

  private static func isTaken(
    _ placement: Placement, in root: borrowing Folder
  ) throws(SystemError) -> Bool {
    let name = Path(bytes: Path(bytes: placement.path).lastComponent)
    do throws(SystemError) {
      let folder = try root.parent(of: placement.path)
      guard let status = try folder.status(of: name) else { return false }
      guard status.kind == .regular else { return true }
      return try !placement.stored.isContent(of: name, in: folder)
    } catch {
      // A folder that is not there yet holds nothing.
      guard error.isMissing else { throw error }
      return false
    }
  }

  /// Makes the staging files of the sums and of the manifest.
  private mutating func stage(_ manifest: ExportManifest) throws(Problem) {
    var sums = Output(capacity: 4096)
    for artifact in manifest.artifacts { artifact.writeSum(into: &sums) }
    var text = Output(capacity: 4096)
    manifest.write(into: &text)
    do throws(SystemError) {
      let number = try staging.makeFile(of: sums.bytes, mode: options.mode)
      placements.append(
        Placement(number: number, path: ExportNames.sums, stored: StoredContent(of: sums.bytes)))
      let manifestNumber = try staging.makeFile(of: text.bytes, mode: options.mode)
      try staging.folder.rename(
        StagingFolder.fileName(manifestNumber), to: PublicationJournal.manifest)
    } catch {
      throw problem(ExportNames.manifest, error)
    }
  }

  /// Keeps what loses its name in the staging folder, and notes it there before it does.
  private mutating func save(_ changed: [[UInt8]], isManifestGoing: Bool) throws(Problem) {
    let sums = placements[placements.count - 1]
    var paths = changed
    if try perform(sums.path, { root throws(SystemError) in try Self.isTaken(sums, in: root) }) {
      paths.append(sums.path)
    }
    if isManifestGoing { paths.append(ExportNames.manifest) }
    guard !paths.isEmpty else { return }
    for path in paths { try save(path) }
    let text = PublicationJournal.text(paths)
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

  private mutating func save(_ path: [UInt8]) throws(Problem) {
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

  private mutating func placeArtifacts(_ changed: Set<[UInt8]>) throws(Problem) {
    for placement in placements.dropLast() {
      try place(placement, replacing: changed.contains(placement.path))
    }
  }

  private mutating func placeSums() throws(Problem) {
    let sums = placements[placements.count - 1]
    try place(sums, replacing: saved.contains(sums.path))
  }

  private mutating func place(_ placement: Placement, replacing: Bool) throws(Problem) {
    let name = Path(bytes: Path(bytes: placement.path).lastComponent)
    let staged = StagingFolder.fileName(placement.number)
    do throws(SystemError) {
      let folder = try root.parent(of: placement.path, creating: options.folderMode)
      noteFolders(of: placement.path)
      if replacing {
        try staging.folder.move(staged, into: folder, as: name)
        return
      }
      do throws(SystemError) {
        try staging.folder.link(staged, into: folder, as: name)
        placed.append(placement.path)
      } catch {
        // What has the name was looked at: it holds the same bytes.
        guard error.isNameTaken else { throw error }
      }
    } catch {
      throw problem(placement.path, error)
    }
  }

  /// Notes the folders whose names may have changed: the file's own, and those above it.
  private mutating func noteFolders(of path: [UInt8]) {
    var folder = path[...]
    while let slash = folder.lastIndex(of: .slash) {
      touchedFolders.insert(Array(folder))
      folder = folder[..<slash]
    }
  }

  /// Makes the names in all touched folders durable; each stands for the folder that it is in.
  private borrowing func synchronizeFolders() throws(Problem) {
    var done: Set<[UInt8]> = []
    for path in touchedFolders {
      let folder = Path(bytes: path).folder.bytes
      guard done.insert(folder).inserted else { continue }
      try perform(path) { root throws(SystemError) in
        try root.parent(of: path).synchronize()
      }
    }
  }

  private borrowing func commit() throws(Problem) {
    do throws(SystemError) {
      try staging.folder.move(
        PublicationJournal.manifest, into: root, as: Path(bytes: ExportNames.manifest))
    } catch {
      throw problem(ExportNames.manifest, error)
    }
  }

  /// Removes what only the old export had.
  private borrowing func removeStale(_ paths: [[UInt8]]) {
    for path in paths {
      let name = Path(bytes: Path(bytes: path).lastComponent)
      // The new export is there and does not name it; `kt-sink verify` tells of what stays.
      guard let folder = try? root.parent(of: path) else { continue }
      try? folder.remove(name)
      removeEmptyFolders(of: path)
    }
  }

  private borrowing func removeEmptyFolders(of path: [UInt8]) {
    var folder = Path(bytes: path).folder
    while folder.bytes != [.dot] {
      // One that is not empty stays.
      guard let parent = try? root.parent(of: folder.bytes),
        (try? parent.removeFolder(Path(bytes: folder.lastComponent))) != nil
      else { return }
      folder = folder.folder
    }
  }

  /// Takes back what this run has done, and gives the old export its names again.
  private borrowing func withdraw() {
    // What can't be undone here is taken back by the next run; the first problem is told.
    for path in placed {
      guard let folder = try? root.parent(of: path) else { continue }
      try? folder.remove(Path(bytes: Path(bytes: path).lastComponent))
      removeEmptyFolders(of: path)
    }
    if hasJournal {
      for number in saved.indices.reversed() {
        guard let folder = try? root.parent(of: saved[number]) else { continue }
        try? staging.folder.move(
          PublicationJournal.backup(number), into: folder,
          as: Path(bytes: Path(bytes: saved[number]).lastComponent))
      }
    }
    finishStaging()
  }

  private borrowing func finishStaging() {
    for number in saved.indices {
      try? staging.folder.remove(PublicationJournal.backup(number))
    }
    try? staging.folder.remove(PublicationJournal.journal)
    try? staging.folder.remove(PublicationJournal.manifest)
    staging.remove(from: root)
  }
}
