import Bytes
import Compression
import Digests
import Manifests
import Stages

/// Compares an artifact with its entry in a manifest.
enum ArtifactCheck {
  /// What is wrong with it, or nil.
  static func difference(
    _ entry: ArtifactEntry, _ manifest: ExportManifest, in folder: borrowing Folder
  ) -> String? {
    do throws(SystemError) {
      let parent = try folder.parent(of: entry.path.bytes)
      let name = Path(bytes: entry.path.lastComponent)
      guard let status = try parent.status(of: name) else { return "missing" }
      guard status.kind == .regular else { return "no ordinary file" }
      guard status.size == entry.bytes else {
        return "\(status.size) bytes, and the manifest says \(entry.bytes)"
      }
      guard try StoredContent.read(name, in: parent).sha256 == entry.sha256 else {
        return "its SHA-256 is not that of the manifest"
      }
      return decodedDifference(
        entry, isDocument: manifest.isDocument, try parent.open(name))
    } catch {
      return error.isMissing ? "missing" : "\(error)"
    }
  }

  /// Decodes the artifact and compares what is inside.
  private static func decodedDifference(
    _ entry: ArtifactEntry, isDocument: Bool, _ file: consuming Descriptor
  ) -> String? {
    var source = DecodedSource(file)
    var input = Input()
    var digest = StreamDigest()
    var lines = 0
    var endsLine = true
    do throws(ReadProblem) {
      while try input.fill(from: &source) {
        digest.update(input.unread)
        lines += countLines(input.unread)
        let count = input.unread.count
        endsLine = input.unread[count - 1] == .newline
        input.consume(count)
      }
    } catch {
      switch error {
      case .system(let error): return "\(error)"
      case .corrupt(let reason), .unavailable(let reason): return reason
      }
    }
    guard input.bytesRead == entry.uncompressedBytes,
      digest.finalize() == entry.uncompressedSHA256
    else { return "its content is not that of the manifest" }
    guard let events = entry.events, !isDocument else { return nil }
    if !endsLine { return "its last event has no newline" }
    return lines == events ? nil : "\(lines) events, and the manifest says \(events)"
  }

  private static func countLines(_ block: Span<UInt8>) -> Int {
    var count = 0
    var offset = 0
    while let newline = ByteScan.firstIndex(of: .newline, in: block, from: offset) {
      count += 1
      offset = newline + 1
    }
    return count
  }
}
