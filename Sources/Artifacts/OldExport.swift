import Bytes
import Manifests
import Stages

/// The export that has the root already.
struct OldExport {
  /// Its manifest; nil where it can't be read and is to be replaced.
  let manifest: ExportManifest?

  /// Reads the manifest in a root; nil where there is none.
  static func read(
    in root: borrowing Folder, at path: Path, replaces: Bool
  ) throws(Problem) -> OldExport? {
    let name = Path(bytes: ExportNames.manifest)
    let place = Quoting.escaped(path.appending(ExportNames.manifest).text)
    let text: [UInt8]
    do throws(SystemError) {
      guard let status = try root.status(of: name) else { return nil }
      guard status.kind == .regular else { throw .exists("open") }
      text = try SmallFile.read(name, in: root)
    } catch {
      throw Problem(.failure, "\(place): \(error)")
    }
    do throws(ManifestProblem) {
      return OldExport(manifest: try ExportManifest(text.span))
    } catch {
      guard replaces else {
        throw Problem(.failure, "\(place): \(error.reason); --force replaces it")
      }
      return OldExport(manifest: nil)
    }
  }
}

extension ExportManifest {
  /// Whether both have the same artifacts with the same content.
  func hasSameArtifacts(as other: ExportManifest) -> Bool {
    artifacts.count == other.artifacts.count
      && zip(artifacts, other.artifacts).allSatisfy { $0.path == $1.path && $0.sha256 == $1.sha256 }
  }

  /// Adds this export, which is there, to the one that follows it.
  func merge(into later: inout ExportManifest) {
    later.artifacts = (artifacts + later.artifacts).sorted {
      $0.path.bytes.lexicographicallyPrecedes($1.path.bytes)
    }
    var all = stages
    StageRecord.merge(later.stages, into: &all)
    later.stages = all
    later.lessen(by: self)
    later.checkpoints =
      checkpoints.filter { old in
        !later.checkpoints.contains { $0.isOfSameTree(as: old) }
      } + later.checkpoints
    later.incompleteness = incompleteness ?? later.incompleteness
  }

  /// Claims no more of events that belong to this export, too, than `other` does of them: whether
  /// they were framed, and whether all are there.
  mutating func lessen(by other: ExportManifest) {
    isFramed = isFramed && other.isFramed
    switch (isComplete, other.isComplete) {
    case (false, _), (_, false): isComplete = false
    case (nil, _), (_, nil): isComplete = nil
    case (true, true): break
    }
  }
}

extension ArtifactEntry {
  /// Appends the line that sha256sum prints of the artifact.
  func writeSum(into output: inout Output) {
    // GNU coreutils, "sha256sum invocation": such names are escaped, and the line begins so.
    let isEscaped = path.bytes.contains {
      $0 == .backslash || $0 == .newline || $0 == .carriageReturn
    }
    if isEscaped { output.append(.backslash) }
    output.append(sha256.hexadecimal)
    output.append("  ")
    for byte in path.bytes {
      switch byte {
      case .backslash: output.append("\\\\")
      case .newline: output.append("\\n")
      case .carriageReturn: output.append("\\r")
      default: output.append(byte)
      }
    }
    output.append(.newline)
  }
}
