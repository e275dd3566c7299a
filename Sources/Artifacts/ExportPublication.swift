import Bytes
import Digests
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

  let root: Folder
  let rootPath: Path
  var staging: StagingFolder
  let options: ArtifactOptions
  var artifacts: [FinishedArtifact]
  /// The artifacts in the order of their paths, and behind them the sums.
  var placements: [Placement] = []
  /// The names that this run has given.
  var placed: [[UInt8]] = []
  /// The names of the old export that this run has taken, in the order of their backups.
  var saved: [[UInt8]] = []
  /// Which of them only the old export had.
  var staleStart = 0
  var staleEnd = 0
  var touchedFolders: Set<[UInt8]> = []
  var hasJournal = false

  init(
    root: consuming Folder, at path: Path, staging: consuming StagingFolder,
    options: ArtifactOptions, artifacts: [FinishedArtifact]
  ) {
    self.root = root
    rootPath = path
    self.staging = staging
    self.options = options
    self.artifacts = artifacts
  }

  /// Publishes; `manifest` is the new one without its artifacts and what an old one adds.
  consuming func publish(_ manifest: ExportManifest) throws(Problem) {
    do throws(SystemError) {
      // Another run that is about to publish in this folder is waited for, interruptibly.
      try root.lock()
    } catch {
      withdraw()
      throw problem([], error)
    }
    try SignalCleanup.withSignalsBlocked { () throws(Problem) in
      do throws(Problem) {
        try place(manifest)
      } catch {
        withdraw()
        throw error
      }
      // From here on the export exists: a failure is told, and nothing of it is removed.
      try perform([]) { root throws(SystemError) in try root.synchronize() }
      try removeStale()
      finishStaging()
    }
  }

  func problem(_ path: [UInt8], _ error: SystemError) -> Problem {
    let whole = path.isEmpty ? rootPath : rootPath.appending(path)
    return Problem(.failure, "\(Quoting.escaped(whole.text)): \(error)")
  }

  /// Calls `body` with the root; a failure is a problem with the file at `path`.
  borrowing func perform<Result>(
    _ path: [UInt8], _ body: (borrowing Folder) throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body(root)
    } catch {
      throw problem(path, error)
    }
  }

  /// Gives all names, the manifest's last.
  private mutating func place(_ new: ExportManifest) throws(Problem) {
    let old = try OldExport.read(in: root, at: rootPath, replaces: options.replaces)
    var manifest = new
    manifest.artifacts = nameArtifacts(besides: options.appends ? old?.manifest : nil)
    if options.appends { old?.manifest?.merge(into: &manifest) }
    try checkNames(manifest)
    let changed = try changedPaths()
    let isSame = old?.manifest.map { $0.hasSameArtifacts(as: manifest) } ?? true
    if let first = changed.first, !options.replaces { throw exists(first) }
    if !isSame, !options.replaces, !options.appends { throw exists(ExportNames.manifest) }
    if isSame, changed.isEmpty, let kept = old?.manifest?.created {
      // The same export again leaves the same bytes.
      manifest.created = kept
    }
    let current = Set(manifest.artifacts.map(\.path.bytes))
    let stale = old?.manifest?.artifacts.map(\.path.bytes).filter { !current.contains($0) } ?? []
    try stage(manifest)
    if old == nil, !options.replaces { try checkSums() }
    try save(changed, stale: stale, isManifestGoing: !changed.isEmpty && old != nil)
    try placeArtifacts(Set(changed))
    try placeSums()
    try synchronizeFolders()
    try perform(ExportNames.manifest) { root throws(SystemError) in
      try root.synchronize()
    }
    try commit()
  }

  /// Makes the staging files of the sums and of the manifest.
  mutating func stage(_ manifest: ExportManifest) throws(Problem) {
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
      noteFolders(of: placement.path)
      let folder = try root.parent(of: placement.path, creating: options.folderMode)
      if replacing {
        try staging.folder.move(staged, into: folder, as: name)
        return
      }
      do throws(SystemError) {
        try staging.folder.link(staged, into: folder, as: name)
        placed.append(placement.path)
      } catch {
        guard error.isNameTaken, try placement.stored.isContent(of: name, in: folder) else {
          throw error
        }
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
}
