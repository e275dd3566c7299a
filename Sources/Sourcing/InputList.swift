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
  func visit(_ body: (Path?) throws(Problem) -> Void) throws(Problem) {
    for name in names.isEmpty ? ["-"] : names {
      if name == "-" {
        try body(nil)
        continue
      }
      let path = Path(argument: name)
      if try Self.isFolder(path) {
        try FolderWalk(gate: gate).forEachFile(in: path, body)
      } else if try admits(path) {
        try body(path)
      }
    }
  }

  private func admits(_ file: Path) throws(Problem) -> Bool {
    guard let single = try ExportListing.single(file) else { return true }
    return try gate.admits(file, single.entry, of: single.manifest)
  }

  /// The inputs, which must be files that can be read again and that are named once.
  ///
  /// - Parameter cursor: the device and inode of the cursor, which is no input.
  func regularFiles(besides cursor: [UInt64]?) throws(Problem) -> [Path] {
    var paths: [Path] = []
    var known: Set<Path> = []
    let folder = ProcessContext.workingFolder ?? Path("/")
    try visit { path throws(Problem) in
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
      paths.append(path)
    }
    return paths
  }

  private static func isFolder(_ path: Path) throws(Problem) -> Bool {
    try status(of: path).kind == .folder
  }

  private static func status(of path: Path) throws(Problem) -> FileStatus {
    do throws(SystemError) {
      return try path.status()
    } catch {
      throw Problem(reading: path, .system(error))
    }
  }
}
