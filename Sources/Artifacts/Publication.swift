import Bytes
import Gzip
import Stages

/// Brings a finished artifact and its manifest under their names: all of it, or nothing.
///
/// The manifest's rename is the commit point (spec/faults.md, section 1). Up to it every failure
/// leaves no new name behind; after it nothing is taken back.
struct Publication: ~Copyable {
  private var writer: ArtifactWriter
  private let content: ArtifactContent
  /// Whether the artifact's name was made by this run, and so is removed on failure.
  private var madeArtifact = false
  private var manifestStaging: Path?

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

  /// What the artifact holds.
  var artifactContent: ArtifactContent { content }

  private var manifestName: Path { ArtifactWriter.manifestName(of: writer.name) }

  /// Publishes the artifact with the manifest in `text`.
  consuming func publish(manifest text: Span<UInt8>, isGzip: Bool) throws(Problem) {
    do throws(Problem) {
      try stageManifest(text)
      try SignalCleanup.withSignalsBlocked { () throws(Problem) in try commit(isGzip: isGzip) }
    } catch {
      withdraw()
      throw error
    }
    // From here on the export exists: a failure is told, and nothing is removed.
    SignalCleanup.forget(.artifact)
    SignalCleanup.forget(.manifest)
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
      try staged.synchronize()
      let expected = staged.sha256
      try staged.close()
      try check(name, expected)
    } catch {
      throw Problem(
        .failure, "\(Quoting.escaped(writer.path.text)).manifest.json: \(error)")
    }
  }

  private func check(_ name: Path, _ expected: [UInt8]) throws(SystemError) {
    do throws(ReadProblem) {
      let actual = try ArtifactContent.read(name, in: writer.folder, isGzip: false)
      guard actual.sha256 == expected else { throw .corrupt("read back differs") }
    } catch {
      switch error {
      case .system(let error): throw error
      case .corrupt: throw SystemError.inputOutput("read")
      }
    }
  }

  private mutating func commit(isGzip: Bool) throws(Problem) {
    try placeArtifact(isGzip: isGzip)
    try perform { folder throws(SystemError) in try folder.synchronize() }
    guard let manifestStaging else { preconditionFailure("the manifest is staged first") }
    let manifestName = manifestName
    try perform { folder throws(SystemError) in
      try folder.rename(manifestStaging, to: manifestName)
    }
  }

  /// Gives the artifact its name.
  private mutating func placeArtifact(isGzip: Bool) throws(Problem) {
    let name = writer.name
    let staging = writer.stagingName
    if writer.options.replaces {
      try removeManifest()
      try perform { folder throws(SystemError) in try folder.rename(staging, to: name) }
      madeArtifact = true
      return
    }
    do throws(SystemError) {
      try writer.folder.link(staging, as: name)
      madeArtifact = true
    } catch {
      guard error.isNameTaken else { throw writer.problem(error) }
      // The same export again is no conflict.
      guard isSame(name, isGzip: isGzip) else {
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

  private borrowing func removeManifest() throws(Problem) {
    let name = manifestName
    try perform { folder throws(SystemError) in
      guard try folder.contains(name) else { return }
      try folder.remove(name)
      try folder.synchronize()
    }
  }

  /// Whether the file that has the artifact's name holds the same bytes.
  private borrowing func isSame(_ name: Path, isGzip: Bool) -> Bool {
    do throws(ReadProblem) {
      return try content.isContent(of: name, in: writer.folder, isGzip: isGzip)
    } catch {
      // What can't be read, or is a link or a folder, is not the same export.
      return false
    }
  }

  /// Takes back what this run has made.
  private mutating func withdraw() {
    let name = writer.name
    let staging = writer.stagingName
    // What can't be removed here is swept by the next run; the first problem is told.
    if madeArtifact { try? writer.folder.remove(name) }
    try? writer.folder.remove(staging)
    if let manifestStaging { try? writer.folder.remove(manifestStaging) }
    SignalCleanup.forget(.artifact)
    SignalCleanup.forget(.manifest)
  }
}
