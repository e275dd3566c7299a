import Bytes
import DecisionEvent
import Digests

/// What a run leaves for the next one: how far each input was read.
struct Cursor: Equatable, Sendable {
  /// The most events that can be remembered one by one.
  static let maximumExported = 1_000_000

  /// What the digests of exported events are made with.
  var key = DigestKey()
  /// The latest time of all events that were exported.
  var latest: Timestamp?
  /// The folder that relative paths of inputs begin at.
  var folder = ProcessContext.workingFolder ?? Path("/")
  /// The inputs, in no order that matters.
  var entries: [CursorEntry] = []

  /// The digests of all exported events that will be read again.
  var exported: DigestTable {
    var table = DigestTable()
    for entry in entries {
      for digest in entry.exported { _ = table.insert(digest, 0) }
    }
    return table
  }

  /// The same cursor for a process that runs in `folder`.
  func seen(from folder: Path) -> Cursor {
    guard folder != self.folder else { return self }
    var cursor = self
    cursor.folder = folder
    cursor.entries = entries.map { $0.renamed($0.path.absolute(in: self.folder)) }
    return cursor
  }
}

extension Path {
  /// The path from the root, without `.`, `..` and doubled slashes.
  ///
  /// Where `..` leads out of a link it is another place; whoever compares paths by this must look
  /// at what stands there.
  func absolute(in folder: Path) -> Path {
    var names: [ArraySlice<UInt8>] = []
    let whole = bytes.first == .slash ? bytes : folder.bytes + [.slash] + bytes
    for name in whole.split(separator: .slash) {
      switch Array(name) {
      case [.dot]: continue
      case [.dot, .dot]: _ = names.popLast()
      default: names.append(name)
      }
    }
    return Path(bytes: [.slash] + names.joined(separator: [.slash]))
  }
}
