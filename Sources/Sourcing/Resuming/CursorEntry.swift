import Bytes
import Digests

/// Where an input can be read on.
struct ReadingPosition: Equatable, Sendable {
  /// How many decoded bytes stand before it.
  var offset = 0
  /// The line it is on, from 1, and how many bytes of that line stand before it.
  var line = 1
  var column = 0
  /// Whether the file was found to hold lines, which it then does up to its end.
  var holdsLines = false
  /// The decoded bytes before it, at most 4096.
  var tail = Fingerprint.ofNothing
}

/// A file as it is stored: what shows that nothing was written to it.
struct StoredFile: Equatable, Sendable {
  /// Device and inode.
  let identity: [UInt64]
  /// Bytes, before decoding.
  let size: Int
  /// The last stored bytes of a compressed file, which then need not be decoded to be known; nil
  /// for a plain one.
  let tail: Fingerprint?
}

/// How far one input was read, and what it is known by.
struct CursorEntry: Equatable, Sendable {
  var path: Path
  var stored: StoredFile
  var position: ReadingPosition
  /// The first decoded bytes, none of them behind the position.
  var head: HeadPrint
  /// Whether the position is the end of what was stored.
  var isAtEnd: Bool
  /// The events behind the position that were exported all the same.
  var exported: [Digest128]
}
