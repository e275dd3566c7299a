import Bytes
import Stages

/// The names of manifests.
enum ManifestNames {
  /// Whether a file's name is a manifest's.
  static func isManifest(_ name: [UInt8]) -> Bool {
    name == ExportNames.manifest || name.suffix(14) == Array(".manifest.json".utf8)[...]
  }
}

/// All files below a folder but those that runs have staged, in the byte order of their paths.
struct FileList {
  /// The paths below the folder; a link is a file, too, whatever it leads to.
  private(set) var paths: [Path] = []

  /// Lists the files below `root`.
  init(_ root: Path) throws(Problem) {
    do throws(SystemError) {
      let folder = try Folder(opening: root)
      // What an unfinished publication has placed is not yet, or no more, a part of the export.
      let unfinished = try UnfinishedPublication.files(in: folder)
      var places: [[UInt8]] = [[]]
      // One folder is open at a time, however deep they lie in each other.
      while let place = places.popLast() {
        try add(place, in: folder, unfinished, &places)
      }
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(root.text)): \(error)")
    }
    paths.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Adds the files of the folder `place` below the root, and the folders in it to `places`.
  private mutating func add(
    _ place: [UInt8], in root: borrowing Folder, _ unfinished: Set<[UInt64]>,
    _ places: inout [[UInt8]]
  ) throws(SystemError) {
    let folder = try root.parent(of: place + [.slash] + ExportNames.manifest)
    for name in try folder.names() {
      let path = place.isEmpty ? name : place + [.slash] + name
      guard let status = try folder.status(of: Path(bytes: name)) else { continue }
      if status.kind == .folder {
        if !StagingFolder.isStaging(name) { places.append(path) }
      } else if !unfinished.contains(status.identity), !StagedFile.isStaging(name) {
        paths.append(Path(bytes: path))
      }
    }
  }
}
