import Bytes
import Compression
import Digests
public import Stages

/// Writes one artifact into its staging file, compressed where its name says so.
public struct ArtifactWriter: ~Copyable {
  /// The artifact's whole path, for messages.
  private(set) var path: Path
  let folder: Folder
  let options: ArtifactOptions
  private var staged: StagedFile
  private var encoder: StreamEncoder
  private var block = Output()
  private var plainDigest = StreamDigest()
  private var plainBytes = 0

  /// The artifact's name inside its folder.
  var name: Path { Path(bytes: path.lastComponent) }

  /// Opens the artifact's folder, sweeps what killed runs left there, and makes the staging file.
  ///
  /// - Throws: `failure`: the folder can't be made or written to.
  public init(_ path: String, options: ArtifactOptions) throws(Problem) {
    let path = Path(argument: path)
    let name = Path(bytes: path.lastComponent)
    do throws(SystemError) {
      let folder = try Folder(creating: path.folder, mode: options.folderMode)
      try folder.lock()
      try StagedFile.sweep(name, in: folder, at: path.folder)
      try StagedFile.sweep(Self.manifestName(of: name), in: folder, at: path.folder)
      let made = try StagedFile(for: name, in: folder, mode: options.mode, slot: .artifact)
      do throws(SystemError) {
        try folder.unlock()
      } catch {
        // The file is of no use; what can't be removed is swept by the next run.
        try? folder.remove(made.name)
        SignalCleanup.forget(.artifact)
        throw error
      }
      staged = made
      self.folder = folder
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    self.path = path
    self.options = options
    encoder = StreamEncoder(options.compression, threads: options.threads)
  }

  /// The name of the manifest of an artifact.
  static func manifestName(of name: Path) -> Path {
    Path(bytes: name.bytes + Array(".manifest.json".utf8))
  }

  /// A problem with the artifact itself.
  func problem(_ error: SystemError) -> Problem {
    Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
  }

  /// Appends content.
  ///
  /// - Throws: `failure`: the disk is full, or another write error.
  public mutating func write(_ bytes: Span<UInt8>) throws(Problem) {
    plainDigest.update(bytes)
    plainBytes += bytes.count
    encoder.encode(bytes, into: &block)
    if block.count >= 256 * 1024 { try writeBlock() }
  }

  private mutating func writeBlock() throws(Problem) {
    do throws(SystemError) {
      try Self.move(&block, to: &staged)
    } catch {
      throw problem(error)
    }
  }

  private static func move(
    _ block: inout Output, to staged: inout StagedFile
  ) throws(SystemError) {
    try staged.write(block.bytes)
    block.removeAll()
  }

  /// Ends the content, makes it durable, reads it back and compares.
  mutating func finish() throws(Problem) -> ArtifactContent {
    encoder.finish(into: &block)
    try writeBlock()
    do throws(SystemError) {
      _ = try staged.settle()
    } catch {
      throw problem(error)
    }
    let expected = StoredContent(bytes: staged.bytes, sha256: staged.sha256)
    do throws(SystemError) {
      guard try StoredContent.read(staged.name, in: folder) == expected else {
        throw SystemError.inputOutput("read back")
      }
    } catch {
      throw problem(error)
    }
    return ArtifactContent(
      stored: expected, uncompressedBytes: plainBytes,
      uncompressedSHA256: plainDigest.finalize())
  }

  /// Gives the artifact a number where its name is taken: `all_00000.jsonl.gz`.
  mutating func avoidTakenName() throws(Problem) {
    let template: ArtifactTemplate
    do throws(TemplateProblem) {
      template = try ArtifactTemplate(path.text, isHive: false)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error.reason)")
    }
    var name = ArtifactName(marked: template.markedName, part: nil)
    do throws(SystemError) {
      while try isTaken(Path(bytes: name.path)) { name.part = name.part.map { $0 + 1 } ?? 0 }
    } catch {
      throw problem(error)
    }
    path =
      path.folder.bytes == [.dot] && !path.bytes.contains(.slash)
      ? Path(bytes: name.path) : path.folder.appending(name.path)
  }

  private borrowing func isTaken(_ name: Path) throws(SystemError) -> Bool {
    if try folder.contains(name) { return true }
    return try folder.contains(Self.manifestName(of: name))
  }

  /// The staging file's name.
  var stagingName: Path { staged.name }

  /// Removes the staging file: nothing is published.
  public consuming func discard() {
    // What can't be removed is swept by the next run; the problem that led here is told.
    try? folder.remove(staged.name)
    SignalCleanup.forget(.artifact)
  }
}
