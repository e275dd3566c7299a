import Bytes
import Compression
import Containers
import Stages

/// A look at an input before it is read: what it is, and how it begins.
struct InputProbe {
  let path: Path
  let stored: StoredFile
  /// The first decoded bytes, as many as a fingerprint takes or as there are.
  let head: [UInt8]

  /// How an input compares with what was read of it.
  enum Comparison: Equatable {
    /// What was read stands there, and perhaps more behind it.
    case same
    /// Nothing was written since.
    case unchanged
    /// Nothing stands there any more.
    case emptied
    /// It begins with something else.
    case other
    /// It begins alike and is too short.
    case shorter
    /// It begins alike, and what was read is changed.
    case changed
  }

  /// Looks at a file.
  init(_ path: Path, _ pump: inout Pump<SourceStage>) throws(Problem) {
    var file = try Self.open(path, &pump)
    stored = try file.stored()
    while file.head.count < Fingerprint.maximumLength, try file.fill(&pump) {}
    pump.forgetRead(file.input.bytesRead)
    self.path = path
    head = file.head
  }

  private static func open(
    _ path: Path, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> EventFile {
    var file = try EventFile(path, &pump, maximumLine: 0, bufferSize: 16 * 1024)
    file.keepHistory()
    return file
  }

  /// Compares with what was read of this or another path.
  func compare(
    with entry: CursorEntry, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Comparison {
    if stored.size == 0, entry.position.offset > 0 { return .emptied }
    if stored.tail != nil, stored.size == entry.stored.size, stored.tail == entry.stored.tail,
      entry.isAtEnd
    {
      return .unchanged
    }
    switch entry.head.compare(head) {
    case .other: return .other
    case .shorter: return .shorter
    case .same: break
    }
    if stored.tail == nil, stored.size < entry.position.offset { return .shorter }
    var file = try Self.open(path, &pump)
    switch try file.goOn(at: entry.position, &pump) {
    case .arrived: return .same
    case .shorter: return .shorter
    case .changed: return .changed
    }
  }

  /// Whether what was read of another path stands here.
  func holds(_ entry: CursorEntry, _ pump: inout Pump<SourceStage>) throws(Problem) -> Bool {
    // Of the first bytes nothing is known where nothing was read.
    guard entry.position.offset > 0 else { return false }
    switch try compare(with: entry, &pump) {
    case .same, .unchanged: return true
    case .emptied, .other, .shorter, .changed: return false
    }
  }
}
