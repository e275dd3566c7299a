import Bytes
import Digests
import Manifests
import Stages

// Which names the artifacts get, and what stands in their way.
extension ExportPublication {
  /// Gives the artifacts their last names, and the manifest's entries.
  ///
  /// Parts are numbered behind those of an export that is added to, whatever other runs have added
  /// meanwhile.
  mutating func nameArtifacts(besides old: ExportManifest?) -> [ArtifactEntry] {
    var taken = Set((old?.artifacts ?? []).map(\.path.bytes))
    if old != nil {
      var last: [[UInt8]: Int] = [:]
      for index in artifacts.indices { artifacts[index].name.avoid(&taken, &last) }
    }
    let sorted = artifacts.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    placements = sorted.map {
      Placement(number: $0.number, path: $0.path, stored: $0.stored)
    }
    return sorted.map(\.entry)
  }

  /// Checks that no two artifacts have one name.
  func checkNames(_ manifest: ExportManifest) throws(Problem) {
    var names: Set<[UInt8]> = []
    for artifact in manifest.artifacts where !names.insert(artifact.path.bytes).inserted {
      throw Problem(
        .failure,
        "\(Quoting.escaped(rootPath.appending(artifact.path.bytes).text)): two artifacts have "
          + "this name; give the template {part}")
    }
  }

  /// Checks that sums which stand there without a manifest, and so are nobody's, are the same.
  func checkSums() throws(Problem) {
    let sums = placements[placements.count - 1]
    let isTaken = try perform(sums.path) { root throws(SystemError) in
      try Self.isTaken(sums, in: root)
    }
    if isTaken { throw exists(sums.path) }
  }

  func exists(_ path: [UInt8]) -> Problem {
    Problem(
      .failure,
      "\(Quoting.escaped(rootPath.appending(path).text)): exists with other content; "
        + "--force replaces it")
  }

  /// The paths at which something else stands than what is to be published.
  borrowing func changedPaths() throws(Problem) -> [[UInt8]] {
    var changed: [[UInt8]] = []
    for placement in placements {
      let isChanged = try perform(placement.path) { root throws(SystemError) in
        try Self.isTaken(placement, in: root)
      }
      if isChanged { changed.append(placement.path) }
    }
    return changed
  }

  static func isTaken(
    _ placement: Placement, in root: borrowing Folder
  ) throws(SystemError) -> Bool {
    let name = Path(bytes: Path(bytes: placement.path).lastComponent)
    do throws(SystemError) {
      let folder = try root.parent(of: placement.path)
      guard let status = try folder.status(of: name) else { return false }
      guard status.kind == .regular else { return true }
      return try !placement.stored.isContent(of: name, in: folder)
    } catch {
      // A folder that is not there yet holds nothing.
      guard error.isMissing else { throw error }
      return false
    }
  }
}
