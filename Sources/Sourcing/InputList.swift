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

  private static func isFolder(_ path: Path) throws(Problem) -> Bool {
    do throws(SystemError) {
      return try path.status().kind == .folder
    } catch {
      throw Problem(reading: path, .system(error))
    }
  }
}
