import Bytes
import Stages

/// A file as a look at its folder shows it.
struct ListedFile: Equatable {
  let path: Path
  /// Device and inode.
  let identity: [UInt64]
  /// Bytes, before decoding.
  let size: Int
}

extension [ListedFile] {
  /// Whether the same files have the same names, whatever their sizes are.
  func isSameFiles(as other: [ListedFile]) -> Bool {
    map(\.path) == other.map(\.path) && map(\.identity) == other.map(\.identity)
  }
}

/// A file that is followed, and how far it was read.
struct FollowedFile {
  /// Where it is read on, and what it is known by.
  var entry: CursorEntry
  /// What this run has read of it, or nil.
  var record: InputRecord?
  /// Whether what was there when it was looked at last was read.
  var wasRead = false
  /// How often in a row it was not there.
  var absences = 0

  /// Whether nothing has happened to it since it was read.
  func isAsRead(_ file: ListedFile) -> Bool {
    wasRead && entry.stored.identity == file.identity && entry.stored.size == file.size
  }

  /// Whether it can only have grown.
  func mayHaveGrown(_ file: ListedFile) -> Bool {
    entry.position.offset > 0 && entry.stored.identity == file.identity
      && entry.stored.size <= file.size
  }

  /// Whether what comes behind what was read can be read as it comes: lines, not compressed.
  var isOpenEnded: Bool { entry.position.holdsLines && entry.stored.tail == nil }

  /// The same under the path that it has now.
  func renamed(_ path: Path) -> FollowedFile {
    var file = self
    file.entry = entry.renamed(path)
    file.record?.path = path
    file.absences = 0
    return file
  }
}
