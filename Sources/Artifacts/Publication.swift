import Bytes
import Compression
import Digests
import Stages

/// Brings a finished artifact and its manifest under their names: all of it, or nothing.
///
/// The manifest's rename is the commit point (spec/faults.md, section 1). Up to it every failure
/// leaves what was there before; after it nothing is taken back. The folder is locked from the
/// first name made to the last one removed, so that two runs of one name follow each other.
struct Publication: ~Copyable {
  private var writer: ArtifactWriter
  private let content: ArtifactContent
  /// The manifest's staging file, open and so locked, and its name.
  private var manifest: StagedFile?
  private var manifestStaging: Path?
  /// Whether the artifact's name was made by this run, and so is removed on failure.
  private var madeArtifact = false
  /// The old export's files under names of this run, while it is being replaced.
  private var saved: [(backup: Path, name: Path)] = []

  /// Ends the artifact and reads it back.
  init(_ writer: consuming ArtifactWriter) throws(Problem) {
    let content: ArtifactContent
    do throws(Problem) {
      content = try writer.finish()
    } catch {
      writer.discard()
      throw error
    }
    self.content = content
    self.writer = writer
  }

  /// The artifact's name.
  var artifactName: Path { writer.name }
  /// What the artifact holds.
  var artifactContent: ArtifactContent { content }

  private var manifestName: Path { ArtifactWriter.manifestName(of: writer.name) }

  /// Publishes the artifact with the manifest in `text`.
  consuming func publish(manifest text: Span<UInt8>) throws(Problem) {
    do throws(Problem) {
      // Another run that is about to publish in this folder is waited for, interruptibly.
      try perform { folder throws(SystemError) in try folder.lock() }
    } catch {
      withdraw()
      throw error
    }
    try SignalCleanup.withSignalsBlocked { () throws(Problem) in
      do throws(Problem) {
        try stageManifest(text)
        try placeArtifact()
        try commit()
      } catch {
        withdraw()
        throw error
      }
      SignalCleanup.forget(.artifact)
      SignalCleanup.forget(.manifest)
      // From here on the export exists: a failure is told, and nothing of it is removed. A signal
      // that came meanwhile ends the run when the old export's files are gone, too.
      removeSaved()
    }
    try perform { folder throws(SystemError) in try folder.synchronize() }
  }

  /// Calls `body` with the folder; a failure is a problem with the artifact.
  private borrowing func perform(
    _ body: (borrowing Folder) throws(SystemError) -> Void
  ) throws(Problem) {
    do throws(SystemError) {
      try body(writer.folder)
    } catch {
      throw writer.problem(error)
    }
  }

  private mutating func stageManifest(_ text: Span<UInt8>) throws(Problem) {
    do throws(SystemError) {
      var staged = try StagedFile(
        for: manifestName, in: writer.folder, mode: writer.options.mode, slot: .manifest)
      let name = staged.name
      manifestStaging = name
      try staged.write(text)
      let expected = try staged.settle()
      manifest = consume staged
      try check(name, expected)
    } catch {
      throw Problem(
        .failure,
        "\(Quoting.escaped(ArtifactWriter.manifestName(of: writer.path).text)): \(error)")
    }
  }

  private func check(_ name: Path, _ expected: [UInt8]) throws(SystemError) {
    guard try StoredContent.read(name, in: writer.folder).sha256 == expected else {
      throw SystemError.inputOutput("read back")
    }
  }

  /// Gives the artifact its name.
  private mutating func placeArtifact() throws(Problem) {
    let name = writer.name
    let staging = writer.stagingName
    if writer.options.replaces {
      try saveOld()
      try removeManifest()
      madeArtifact = true
      try perform { folder throws(SystemError) in try folder.rename(staging, to: name) }
      return
    }
    do throws(SystemError) {
      try writer.folder.link(staging, as: name)
      madeArtifact = true
    } catch {
      guard error.isNameTaken else { throw writer.problem(error) }
      // The same export again is no conflict.
      guard isSame(name) else {
        throw Problem(
          .failure,
          "\(Quoting.escaped(writer.path.text)): exists with other content; "
            + "--force replaces it")
      }
    }
    // A manifest that stood there without its artifact describes another export.
    if madeArtifact { try removeManifest() }
    try perform { folder throws(SystemError) in try folder.remove(staging) }
  }

  /// Keeps the old export under other names until the new one is there.
  private mutating func saveOld() throws(Problem) {
    let staging = writer.stagingName
    for name in [writer.name, manifestName] {
      let backup = StagedFile.backupName(of: name, for: staging)
      do throws(SystemError) {
        guard try writer.folder.contains(name) else { continue }
        guard try writer.folder.isReplaceable(name) else {
          throw SystemError.exists("rename")
        }
        try writer.folder.link(name, as: backup)
      } catch {
        throw writer.problem(error)
      }
      saved.append((backup, name))
    }
  }

  private borrowing func removeSaved() {
    // The old files are nobody's now; one that can't be removed is swept by the next run.
    for file in saved { try? writer.folder.remove(file.backup) }
  }

  private mutating func commit() throws(Problem) {
    guard let staging = manifestStaging else {
      preconditionFailure("the manifest is staged first")
    }
    let name = manifestName
    try perform { folder throws(SystemError) in
      try folder.synchronize()
      try folder.rename(staging, to: name)
    }
  }

  private borrowing func removeManifest() throws(Problem) {
    let name = manifestName
    try perform { folder throws(SystemError) in
      guard try folder.contains(name) else { return }
      try folder.remove(name)
      try folder.synchronize()
    }
  }

  /// Whether the file that has the artifact's name holds the same bytes.
  private borrowing func isSame(_ name: Path) -> Bool {
    do throws(SystemError) {
      return try content.stored.isContent(of: name, in: writer.folder)
    } catch {
      // What can't be read, or is a link or a folder, is not the same export.
      return false
    }
  }

  /// Takes back what this run has made, and gives the old export its names again.
  private borrowing func withdraw() {
    // What can't be undone here is swept by the next run; the first problem is told.
    if madeArtifact { try? writer.folder.remove(writer.name) }
    for file in saved { try? writer.folder.rename(file.backup, to: file.name) }
    // Renaming one name of a file to another one of the same file leaves both.
    removeSaved()
    try? writer.folder.remove(writer.stagingName)
    if let manifestStaging { try? writer.folder.remove(manifestStaging) }
    SignalCleanup.forget(.artifact)
    SignalCleanup.forget(.manifest)
  }
}
