import Bytes
import Compression
import Stages

/// Finds the event files in a folder, in the byte order of their paths.
///
/// Files named `*.jsonl`, `*.json`, `*.ndjson`, or one of these with `.gz`, are taken; hidden
/// ones and the manifests that kt-sink writes are not. Links are followed, and a folder that
/// contains itself is told.
struct FolderWalk {
  /// Calls `body` for each file below `folder`.
  static func forEachFile(
    in folder: Path, _ body: (Path) throws(Problem) -> Void
  ) throws(Problem) {
    try walk(folder, ancestors: [], body)
  }

  private static func walk(
    _ folder: Path, ancestors: [[UInt64]], _ body: (Path) throws(Problem) -> Void
  ) throws(Problem) {
    let (identity, entries) = try entries(of: folder)
    guard !ancestors.contains(identity) else {
      throw Problem(.failure, "\(Quoting.escaped(folder.text)): the folder contains itself")
    }
    for entry in entries {
      if entry.isFolder {
        try walk(entry.path, ancestors: ancestors + [identity], body)
      } else {
        try body(entry.path)
      }
    }
  }

  private struct Entry {
    let path: Path
    let isFolder: Bool
    /// The name as it counts in the order of whole paths: a folder's goes on with a slash.
    let key: [UInt8]
  }

  private static func entries(
    of folder: Path
  ) throws(Problem) -> (identity: [UInt64], entries: [Entry]) {
    do throws(SystemError) {
      var entries: [Entry] = []
      for name in try folder.names() where name.first != .dot {
        let path = folder.appending(name)
        let status = try path.status()
        switch status.kind {
        case .folder: entries.append(Entry(path: path, isFolder: true, key: name + [.slash]))
        case .regular where isEventFile(name):
          entries.append(Entry(path: path, isFolder: false, key: name))
        case .regular, .other: continue
        }
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      return (try folder.status().identity, entries)
    } catch {
      throw Problem(reading: folder, .system(error))
    }
  }

  /// Whether a name is that of an event file.
  static func isEventFile(_ name: [UInt8]) -> Bool {
    var text = String(decoding: name, as: UTF8.self)
    if text == "manifest.json" || text.hasSuffix(".manifest.json") { return false }
    if text.hasSuffix(".gz") { text.removeLast(3) }
    return [".jsonl", ".json", ".ndjson"].contains { text.hasSuffix($0) }
  }
}
