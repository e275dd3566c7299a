import Bytes
import Compression
import DecisionEvent
import Digests
import Manifests
import Stages

/// Decides whether an artifact of kt-sink is read: not where its manifest says that it holds nothing
/// of the window, and only where it is what its manifest says.
final class ArtifactGate {
  private let window: TimeWindow
  /// Whether artifacts are compared with their manifests.
  let verifies: Bool
  /// How many artifacts were skipped whole.
  var skipped: Int { outside.count }
  private let report: (String) -> Void
  // A run that follows looks at the same files again and again.
  private var outside: Set<Path> = []
  private var told: Set<Path> = []
  private var checked: Set<[UInt8]> = []

  init(window: TimeWindow, verifies: Bool, report: @escaping (String) -> Void) {
    self.window = window
    self.verifies = verifies
    self.report = report
  }

  /// Whether the artifact at `path` is read.
  func admits(
    _ path: Path, _ entry: ArtifactEntry, of manifest: Path
  ) throws(Problem) -> Bool {
    if isOutside(entry) {
      outside.insert(path)
      return false
    }
    let content = path.bytes + [0] + Array(entry.sha256)
    if verifies, !checked.contains(content) {
      try check(path, entry, of: manifest)
      checked.insert(content)
    }
    return true
  }

  /// Whether a file that its folder's manifest does not list is read.
  func admitsUnlisted(_ path: Path, _ manifest: Path) -> Bool {
    if !verifies { return true }
    guard told.insert(path).inserted else { return false }
    report(
      "\(Problem.inputName(path)): not in \(Problem.inputName(manifest)), so no part of the "
        + "export and not read; --no-verify reads it")
    return false
  }

  /// Whether a document of this media type, which holds no events to read, is met in a folder.
  func admitsDocument(_ path: Path, _ mediaType: String) -> Bool {
    if !verifies { return true }
    if told.insert(path).inserted { report(Self.reason(path, mediaType) + " and not read") }
    return false
  }

  /// A problem for such a document that was asked for.
  func checkDocument(_ path: Path, _ mediaType: String) throws(Problem) {
    guard verifies else { return }
    throw Problem(
      .badInput, Self.reason(path, mediaType) + "; kt-format --from reads JSON and CSV back")
  }

  private static func reason(_ path: Path, _ mediaType: String) -> String {
    "\(Problem.inputName(path)): a document of \(Quoting.escaped(mediaType)), not events"
  }

  /// A problem for a folder in which kt-sink is about to publish, or was killed when it was: its
  /// files are no export, and may be a part of one.
  func checkUnfinished(_ folder: Path) throws(Problem) {
    guard verifies else { return }
    let names: [[UInt8]]
    do throws(SystemError) {
      names = try folder.names()
    } catch {
      throw Problem(reading: folder, .system(error))
    }
    for name in names where name.starts(with: ExportManifest.stagingPrefix) {
      let staged = folder.appending(name).appending(Array("manifest".utf8))
      // What can't be looked at is no staging folder of ours, or is gone by now.
      guard (try? staged.status()) != nil else { continue }
      throw Problem(
        .failure,
        "\(Problem.inputName(folder)): an export that is not published yet; kt-sink puts right "
          + "what a killed run left there")
    }
  }

  /// A problem for an artifact that is listed, asked for, and not there.
  func checkMissing(_ path: Path, _ entry: ArtifactEntry, of manifest: Path) throws(Problem) {
    guard !isOutside(entry) else {
      outside.insert(path)
      return
    }
    throw Problem(
      .badInput,
      "\(Problem.inputName(path)): missing, and \(Problem.inputName(manifest)) lists it")
  }

  /// Whether no event of the artifact can lie in the window.
  private func isOutside(_ entry: ArtifactEntry) -> Bool {
    if window.isUnbounded { return false }
    // Without times nothing in it has one, and events without a time lie in no window.
    guard let first = entry.first, let last = entry.last else { return entry.events != nil }
    if let since = window.since, last < since { return true }
    if let until = window.until, first >= until { return true }
    return false
  }

  private func check(
    _ path: Path, _ entry: ArtifactEntry, of manifest: Path
  ) throws(Problem) {
    let content: StoredContent
    do throws(SystemError) {
      var file = try path.openForReading()
      content = try StoredContent.read(&file)
    } catch {
      throw Problem(reading: path, .system(error))
    }
    guard content == StoredContent(bytes: entry.bytes, sha256: entry.sha256) else {
      throw Problem(
        .badInput,
        "\(Problem.inputName(path)): its SHA-256 is not that of "
          + "\(Problem.inputName(manifest)); --no-verify reads it all the same")
    }
  }
}
