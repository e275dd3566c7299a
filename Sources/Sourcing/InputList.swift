import Bytes
import Compression
import Stages

/// The inputs that the arguments of a run name.
struct InputList {
  /// Files and folders as they were named; standard input where there is none, or for `-`.
  let names: [String]
  /// What decides about artifacts of kt-sink.
  let gate: ArtifactGate

  /// Calls `body` for each file in its order, nil for standard input.
  func visit(
    skippingMissing: Bool = false, _ body: (Path?) throws(Problem) -> Void
  ) throws(Problem) {
    for name in names.isEmpty ? ["-"] : names {
      if name == "-" {
        try body(nil)
        continue
      }
      let path = Path(argument: name)
      if skippingMissing, Self.isMissing(path) { continue }
      if try Self.isFolder(path) {
        try FolderWalk(gate: gate).forEachFile(in: path, body)
      } else if try admits(path) {
        try body(path)
      }
    }
  }

  private func admits(_ file: Path) throws(Problem) -> Bool {
    guard let single = try ExportListing.single(file) else { return true }
    if let document = single.document { try gate.checkDocument(file, document) }
    return try gate.admits(file, single.entry, of: single.manifest)
  }

  /// The inputs, which must be files that can be read again and that are named once.
  ///
  /// - Parameters:
  ///   - cursor: the device and inode of the cursor, which is no input.
  ///   - mustExist: whether a name that nothing has is a problem; else it is left out.
  func regularFiles(
    besides cursor: [UInt64]?, mustExist: Bool
  ) throws(Problem) -> [ListedFile] {
    var files: [ListedFile] = []
    var known: Set<Path> = []
    let folder = ProcessContext.workingFolder ?? Path("/")
    try visit(skippingMissing: !mustExist) { path throws(Problem) in
      guard let path else {
        throw Problem(.usage, "standard input can't be read again; name the files")
      }
      let name = Quoting.escaped(path.text)
      let status = try Self.status(of: path)
      guard status.kind == .regular else {
        throw Problem(.usage, "\(name): not a file that can be read again")
      }
      guard status.identity != cursor else {
        throw Problem(.usage, "--cursor: \(name) is an input")
      }
      guard known.insert(path.absolute(in: folder)).inserted else {
        throw Problem(.usage, "\(name): named twice")
      }
      files.append(ListedFile(path: path, identity: status.identity, size: status.size))
    }
    return files
  }

  private static func isFolder(_ path: Path) throws(Problem) -> Bool {
    try status(of: path).kind == .folder
  }

  /// Whether nothing has one of the names.
  var hasMissingName: Bool { names.contains { Self.isMissing(Path(argument: $0)) } }

  private static func isMissing(_ path: Path) -> Bool {
    do throws(SystemError) {
      _ = try path.status()
      return false
    } catch {
      return error.isMissing
    }
  }

  private static func status(of path: Path) throws(Problem) -> FileStatus {
    do throws(SystemError) {
      return try path.status()
    } catch {
      throw Problem(reading: path, .system(error))
    }
  }
}
