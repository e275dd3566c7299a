import Bytes
import Manifests
import Stages

/// One of the exports that are joined.
struct JoinedExport {
  let manifest: ExportManifest
  /// The manifest's file.
  let path: Path

  /// Reads the manifest at `path`, or in the folder `path`.
  init(_ path: Path) throws(Problem) {
    var file = path
    do throws(SystemError) {
      if try path.status().kind == .folder { file = path.appending(ExportNames.manifest) }
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    self.path = file
    let name = Quoting.escaped(file.text)
    do throws(ExportManifest.FileProblem) {
      guard let found = try ExportManifest.read(at: file) else {
        throw .damaged("no manifest; without one there is no export")
      }
      manifest = found
    } catch {
      switch error {
      case .system(let error): throw Problem(.failure, "\(name): \(error)")
      case .damaged(let reason): throw Problem(.badInput, "\(name): \(reason)")
      }
    }
    guard !manifest.isDocument, manifest.artifacts.allSatisfy({ $0.events != nil }) else {
      throw problem(.badInput, "a document is whole by itself; only events are joined")
    }
    if let difference = ManifestCheck.differences(in: manifest).first {
      throw problem(.badInput, difference)
    }
    for artifact in manifest.artifacts
    where ExportNames.isReserved(artifact.path.lastComponent) {
      throw problem(artifact, "the name is kept for the manifest")
    }
  }

  /// The manifest's name, for messages.
  var place: String { Quoting.escaped(path.text) }

  func problem(_ status: ExitStatus, _ reason: String) -> Problem {
    Problem(status, "\(place): \(reason)")
  }

  func problem(_ artifact: ArtifactEntry, _ reason: String) -> Problem {
    let whole = path.folder.appending(artifact.path.bytes)
    return Problem(.failure, "\(Quoting.escaped(whole.text)): \(reason)")
  }

  /// Opens the folder that the artifacts' paths begin in.
  func openFolder() throws(Problem) -> Folder {
    do throws(SystemError) {
      return try Folder(opening: path.folder)
    } catch {
      throw problem(.failure, "\(error)")
    }
  }

  /// Whether the artifacts lie in another folder than `root`.
  func isElsewhere(
    than root: borrowing Folder, _ folder: borrowing Folder
  ) throws(Problem) -> Bool {
    do throws(SystemError) {
      return try folder.identity(of: Path(".")) != root.identity(of: Path("."))
    } catch {
      throw problem(.failure, "\(error)")
    }
  }
}
