import Bytes
import Digests
import Manifests

/// One artifact that lies whole in the staging folder, and waits for its name.
struct FinishedArtifact {
  /// Its name, which changes where an export that is added to has it already.
  var name: ArtifactName
  /// The number of its staging file.
  let number: Int
  private let content: ArtifactEntry

  /// An artifact that will have this name, whatever path `content` has.
  init(_ name: ArtifactName, number: Int, _ content: ArtifactEntry) {
    self.name = name
    self.number = number
    self.content = content
  }

  /// The path below the root.
  var path: [UInt8] { name.path }

  /// What the file must hold.
  var stored: StoredContent { StoredContent(bytes: content.bytes, sha256: content.sha256) }

  /// The manifest's entry.
  var entry: ArtifactEntry {
    var entry = content
    entry.path = Path(bytes: path)
    return entry
  }
}
