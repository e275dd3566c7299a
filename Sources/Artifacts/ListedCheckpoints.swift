import Bytes
import Digests
import Manifests

// Checkpoints that manifests list. They lie outside of what the sink writes, and exports travel: so
// an entry's path begins in the manifest's folder or in the one around it, never elsewhere.

extension ExportManifest {
  /// Lists a checkpoint, whose path is as it was named; the manifest lies in `folder`.
  mutating func list(_ checkpoint: CheckpointEntry?, besides folder: Path) {
    guard var entry = checkpoint else { return }
    entry.path = entry.path.shortened(besides: folder)
    checkpoints = [entry]
  }
}

extension Path {
  /// The path below `folder`; where it is not there, its last folder and name.
  fileprivate func shortened(besides folder: Path) -> Path {
    let own = bytes.split(separator: .slash).filter { $0 != [.dot] }
    let other = folder.bytes.split(separator: .slash).filter { $0 != [.dot] }
    let isBelow =
      (bytes.first == .slash) == (folder.bytes.first == .slash) && own.count > other.count
      && own.starts(with: other)
    var rest = isBelow ? own[other.count...] : own.suffix(2)
    if rest.contains([.dot, .dot]) { rest = own.suffix(2) }
    if rest.contains([.dot, .dot]) { rest = own.suffix(1) }
    return Path(bytes: Array(rest.joined(separator: [.slash])))
  }
}

/// Compares a checkpoint with its entry in a manifest, where the file is at hand.
enum CheckpointCheck {
  /// A checkpoint is small; a larger file is none.
  private static let maximumBytes = 1 << 20

  /// What is wrong with the file; nil where nothing is, or where it is not there.
  static func difference(_ entry: CheckpointEntry, in folder: borrowing Folder) -> String? {
    do throws(SystemError) {
      if let bytes = try content(entry, in: folder) { return difference(entry, bytes) }
      let around = try folder.folder(Path(".."))
      return try content(entry, in: around).flatMap { difference(entry, $0) }
    } catch {
      return "\(error)"
    }
  }

  private static func content(
    _ entry: CheckpointEntry, in folder: borrowing Folder
  ) throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      let parent = try folder.parent(of: entry.path.bytes)
      let name = Path(bytes: entry.path.lastComponent)
      guard let status = try parent.status(of: name) else { return nil }
      guard status.kind == .regular, status.size <= maximumBytes else { return [] }
      return try SmallFile.read(name, in: parent)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Signatures may have been added behind what the manifest lists, a line each (C2SP signed-note).
  private static func difference(_ entry: CheckpointEntry, _ bytes: [UInt8]) -> String? {
    guard bytes.count >= entry.bytes,
      StoredContent(of: bytes.span.extracting(first: entry.bytes)).sha256 == entry.sha256
    else { return "is not the checkpoint of the manifest" }
    let added = bytes[entry.bytes...].split(separator: .newline, omittingEmptySubsequences: false)
    let isSigned = added.last == [] && added.dropLast().allSatisfy { $0.starts(with: "— ".utf8) }
    return isSigned ? nil : "something but signatures was added to the checkpoint"
  }
}

/// The folders of evidence below a root, which kt-hash makes: their `manifest.json` is none of ours
/// (spec/integrity.md, section 2.8).
struct EvidenceFolders {
  static let checkpoint = Array("checkpoint".utf8)
  private static let names = [
    "checkpoint", "leaves", "manifest.json", "salt", "part.leaves", "part.json",
  ].map { Array($0.utf8) }

  private let folders: Set<[UInt8]>

  /// The folders of these files that have a checkpoint and leaves.
  init(_ files: [Path]) {
    func folders(_ name: [UInt8]) -> Set<[UInt8]> {
      Set(files.filter { $0.lastComponent == name }.map(\.folder.bytes))
    }
    self.folders = folders(Self.checkpoint).intersection(folders(Array("leaves".utf8)))
  }

  /// Whether a file is one that kt-hash has made.
  func contains(_ file: Path) -> Bool {
    folders.contains(file.folder.bytes) && Self.names.contains(file.lastComponent)
  }
}
