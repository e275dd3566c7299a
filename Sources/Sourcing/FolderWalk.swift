import Bytes
import Compression
import Manifests
import Stages

/// Finds the event files in a folder, in the byte order of their paths.
///
/// Files named `*.jsonl`, `*.json`, `*.ndjson`, or one of these with `.gz` or `.zst`, are taken;
/// hidden ones, the manifests that kt-sink writes and the records of kt-hash are not. In a folder with such a manifest,
/// what it lists is taken, as the gate says. Links are followed, and a folder that contains itself
/// is told.
struct FolderWalk {
  let gate: ArtifactGate

  /// Calls `body` for each file below `folder`.
  func forEachFile(
    in folder: Path, _ body: (Path) throws(Problem) -> Void
  ) throws(Problem) {
    try walk(folder, ancestors: [], listing: nil, body)
  }

  private func walk(
    _ folder: Path, ancestors: [[UInt64]], listing above: ExportListing?,
    _ body: (Path) throws(Problem) -> Void
  ) throws(Problem) {
    let own = try ExportListing(in: folder)
    let listing = own ?? above
    if listing == nil { try gate.checkUnfinished(folder) }
    let (identity, entries) = try Self.entries(of: folder, listing)
    guard !ancestors.contains(identity) else {
      throw Problem(.failure, "\(Quoting.escaped(folder.text)): the folder contains itself")
    }
    for entry in entries {
      if entry.isFolder {
        try walk(entry.path, ancestors: ancestors + [identity], listing: listing, body)
      } else if try admits(entry, listing) {
        try body(entry.path)
      }
    }
    for (path, entry) in own?.missing ?? [] where gate.verifies {
      try gate.checkMissing(path, entry, of: own?.manifest ?? folder)
    }
  }

  private func admits(_ file: Entry, _ listing: ExportListing?) throws(Problem) -> Bool {
    if let listing, let entry = listing.take(file.path) {
      return try gate.admits(file.path, entry, of: listing.manifest)
    }
    if file.hasManifest, let single = try ExportListing.single(file.path) {
      if let document = single.document, !gate.admitsDocument(file.path, document) {
        return false
      }
      return try gate.admits(file.path, single.entry, of: single.manifest)
    }
    guard let listing else { return true }
    return gate.admitsUnlisted(file.path, listing.manifest)
  }

  private struct Entry {
    let path: Path
    let isFolder: Bool
    /// Whether a manifest is beside it.
    let hasManifest: Bool
    /// The name as it counts in the order of whole paths: a folder's goes on with a slash.
    let key: [UInt8]
  }

  private static func entries(
    of folder: Path, _ listing: ExportListing?
  ) throws(Problem) -> (identity: [UInt64], entries: [Entry]) {
    do throws(SystemError) {
      var entries: [Entry] = []
      let names = Set(try folder.names())
      for name in names where name.first != .dot {
        let path = folder.appending(name)
        let status = try path.status()
        switch status.kind {
        case .folder:
          entries.append(
            Entry(path: path, isFolder: true, hasManifest: false, key: name + [.slash]))
        case .regular where isEvidence(name, among: names): continue
        case .regular where isEventFile(name) || listing?.lists(path) == true:
          let hasManifest = names.contains(ExportManifest.fileName(ofArtifact: name))
          entries.append(
            Entry(path: path, isFolder: false, hasManifest: hasManifest, key: name))
        case .regular, .other: continue
        }
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      return (try folder.status().identity, entries)
    } catch {
      throw Problem(reading: folder, .system(error))
    }
  }

  /// Whether a file is the record of a part that kt-hash has committed to: what stands beside the
  /// part's leaves is no event.
  private static func isEvidence(_ name: [UInt8], among names: Set<[UInt8]>) -> Bool {
    name == Array("part.json".utf8) && names.contains(Array("part.leaves".utf8))
  }

  /// Whether a name is that of an event file.
  static func isEventFile(_ name: [UInt8]) -> Bool {
    var text = String(decoding: name, as: UTF8.self)
    if text == "manifest.json" || text.hasSuffix(".manifest.json") { return false }
    if text.hasSuffix(".gz") { text.removeLast(3) }
    if text.hasSuffix(".zst") { text.removeLast(4) }
    return [".jsonl", ".json", ".ndjson"].contains { text.hasSuffix($0) }
  }
}
