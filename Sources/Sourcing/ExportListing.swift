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
  ) throws(Problem) -> (entry: ArtifactEntry, manifest: Path, document: String?)? {
    let manifest = path.folder.appending(
      ExportManifest.fileName(ofArtifact: path.lastComponent))
    guard let found = try read(manifest), var entry = found.artifacts.first,
      entry.path.bytes == path.lastComponent
    else { return nil }
    // Nobody has looked at the times of a document's events: it is never outside of a window.
    if found.isDocument { entry.events = nil }
    // JSON may be an array or envelope of events, whatever made it.
    let isDocument = found.isDocument || found.mediaType != "application/x-ndjson"
    let document = isDocument && found.mediaType != "application/json" ? found.mediaType : nil
    return (entry, manifest, document)
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
