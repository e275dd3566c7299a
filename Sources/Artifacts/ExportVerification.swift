public import Bytes
import Compression
import Digests
import Manifests
public import Stages

/// Reads an export again and compares it with its manifests: every difference, missing or extra
/// file is a finding.
public struct ExportVerification: ~Copyable {
  private let report: (String) -> Void
  private var findings = 0
  /// The paths that manifests, or what comes with them, speak of, below the root.
  private var known: Set<[UInt8]> = []

  /// A verification that tells each finding to `report`.
  public init(report: @escaping (String) -> Void) { self.report = report }

  /// Verifies a folder with all exports in it, or what one manifest speaks of; gives the number of
  /// findings.
  ///
  /// - Throws: `failure`: a file that can't be read, or no manifest where one must be; what differs
  ///   is a finding.
  public consuming func run(_ path: Path) throws(Problem) -> Int {
    let isFolder: Bool
    do throws(SystemError) {
      isFolder = try path.status().kind == .folder
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    if isFolder || path.lastComponent == ExportNames.manifest {
      try verifyFolder(isFolder ? path : path.folder)
    } else {
      try verify(Path(bytes: path.lastComponent), in: Path("."), root: path.folder)
    }
    return findings
  }

  private mutating func note(_ path: Path, _ what: String) {
    findings += 1
    report("\(Quoting.escaped(path.text)): \(what)")
  }

  private mutating func verifyFolder(_ root: Path) throws(Problem) {
    let files = try FileList(root)
    var manifests = 0
    let evidence = EvidenceFolders(files.paths)
    for file in files.paths
    where ManifestNames.isManifest(file.lastComponent) && !evidence.contains(file) {
      manifests += 1
      try verify(Path(bytes: file.lastComponent), in: file.folder, root: root)
    }
    guard manifests > 0 else {
      throw Problem(
        .failure, "\(Quoting.escaped(root.text)): no manifest; without one there is no export")
    }
    for file in files.paths where !known.contains(file.bytes) {
      // What comes with a checkpoint that a manifest lists is for kt-hash to verify.
      if evidence.contains(file), known.contains(file.folder.below(EvidenceFolders.checkpoint)) {
        continue
      }
      note(root.appending(file.bytes), "not in any manifest")
    }
  }

  /// Verifies what one manifest in the folder `place` below the root speaks of.
  private mutating func verify(
    _ name: Path, in place: Path, root: Path
  ) throws(Problem) {
    let folderPath = place.bytes == [.dot] ? root : root.appending(place.bytes)
    let whole = folderPath.appending(name.bytes)
    let folder = try Self.open(folderPath)
    let text: [UInt8]
    do throws(SystemError) {
      text = try SmallFile.read(name, in: folder)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(whole.text)): \(error)")
    }
    known.insert(place.below(name.bytes))
    let manifest: ExportManifest
    do throws(ManifestProblem) {
      manifest = try ExportManifest(text.span)
    } catch {
      return note(whole, error.reason)
    }
    for artifact in manifest.artifacts {
      known.insert(place.below(artifact.path.bytes))
      if let difference = ArtifactCheck.difference(artifact, manifest, in: folder) {
        note(folderPath.appending(artifact.path.bytes), difference)
      }
    }
    if manifest.template != nil {
      known.insert(place.below(ExportNames.sums))
      verifySums(manifest, in: folder, at: folderPath)
    }
    for checkpoint in manifest.checkpoints {
      known.insert(place.below(checkpoint.path.bytes))
      if let difference = CheckpointCheck.difference(checkpoint, in: folder) {
        note(folderPath.appending(checkpoint.path.bytes), difference)
      }
    }
    for difference in ManifestCheck.differences(in: manifest) { note(whole, difference) }
  }

  private static func open(_ path: Path) throws(Problem) -> Folder {
    do throws(SystemError) {
      return try Folder(opening: path)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
  }

  private mutating func verifySums(
    _ manifest: ExportManifest, in folder: borrowing Folder, at path: Path
  ) {
    var sums = Output(capacity: 4096)
    for artifact in manifest.artifacts { artifact.writeSum(into: &sums) }
    let whole = path.appending(ExportNames.sums)
    do throws(SystemError) {
      let expected = StoredContent(of: sums.bytes)
      guard try StoredContent.read(Path(bytes: ExportNames.sums), in: folder) != expected,
        try !UnfinishedPublication.keeps(expected, in: folder)
      else { return }
      note(whole, "does not fit the manifest")
    } catch {
      note(whole, error.isMissing ? "missing" : "\(error)")
    }
  }
}

extension Path {
  /// The bytes of a path below this folder; `.` adds nothing.
  fileprivate func below(_ path: [UInt8]) -> [UInt8] {
    bytes == [.dot] ? path : appending(path).bytes
  }
}

/// Compares what a manifest says with itself.
enum ManifestCheck {
  /// What does not reconcile.
  static func differences(in manifest: ExportManifest) -> [String] {
    var differences: [String] = []
    if let stated = manifest.statedTotals, stated != manifest.totals {
      differences.append("totals are not the sums of the artifacts")
    } else if manifest.template != nil, manifest.statedTotals == nil {
      differences.append("totals are missing")
    }
    let paths = manifest.artifacts.map(\.path)
    if Set(paths).count < paths.count { differences.append("an artifact is listed twice") }
    guard manifest.artifacts.allSatisfy({ $0.events != nil }) else { return differences }
    // An export that was added to has an entry of the sink's for each run.
    let own = manifest.stages.filter { $0.tool == manifest.tool }
    if own.reduce(0, { $0 &+ $1.written }) != manifest.totals.events {
      differences.append(
        "\(Quoting.quoted(manifest.tool)) wrote other than the events of the artifacts")
    }
    for stage in manifest.stages where !stage.isBalanced {
      differences.append("\(Quoting.quoted(stage.tool)) read other than it wrote and left out")
    }
    return differences
  }
}
