import Bytes
import Compression
import Manifests
import Stages

/// The artifacts that a manifest in a folder lists, and which of them were found.
final class ExportListing {
  /// The manifest's path.
  let manifest: Path
  private let folder: Path
  private var entries: [Path: ArtifactEntry] = [:]

  /// The listing of the export in `folder`; nil where there is none.
  init?(in folder: Path) throws(Problem) {
    manifest = folder.appending(ExportManifest.fileName)
    self.folder = folder
    guard let found = try Self.read(manifest) else { return nil }
    for entry in found.artifacts { entries[folder.appending(entry.path.bytes)] = entry }
  }

  /// Whether the manifest lists a path.
  func lists(_ path: Path) -> Bool { entries[path] != nil }

  /// The entry of a path that was found.
  func take(_ path: Path) -> ArtifactEntry? { entries.removeValue(forKey: path) }

  /// What was listed and not found, in the order of its paths.
  var missing: [(path: Path, entry: ArtifactEntry)] {
    entries.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
      .map { (path: $0.key, entry: $0.value) }
  }

  /// The entry of a single artifact that has a manifest beside it, and that manifest's path.
  static func single(
    _ path: Path
  ) throws(Problem) -> (entry: ArtifactEntry, manifest: Path)? {
    let manifest = path.folder.appending(
      ExportManifest.fileName(ofArtifact: path.lastComponent))
    guard let found = try read(manifest), let entry = found.artifacts.first,
      entry.path.bytes == path.lastComponent
    else { return nil }
    return (entry, manifest)
  }

  private static func read(_ path: Path) throws(Problem) -> ExportManifest? {
    do throws(ExportManifest.FileProblem) {
      return try ExportManifest.read(at: path)
    } catch {
      switch error {
      case .system(let error): throw Problem(reading: path, .system(error))
      case .damaged(let reason):
        throw Problem(.badInput, "\(Problem.inputName(path)): \(reason)")
      }
    }
  }
}
