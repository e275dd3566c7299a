import Bytes

/// Bytes that are written once and read again: in memory while they are few, else in a temporary
/// file.
///
/// Invariant: what one `append` brought stands all in the file, or all in memory.
struct Spool: ~Copyable {
  /// How many bytes stay in memory.
  private let limit: Int
  private var file: TemporaryFile?
  private var fileCount = 0
  private var recent: Output

  /// An empty spool that keeps at most about `limit` bytes in memory.
  init(limit: Int = 1 << 20) {
    self.limit = limit
    recent = Output(capacity: min(limit, 64 * 1024))
  }

  /// How many bytes there are.
  var count: Int { fileCount + recent.count }

  /// Appends bytes; gives where they begin.
  mutating func append(_ bytes: Span<UInt8>) throws(SystemError) -> Int {
    if recent.count > 0, recent.count + bytes.count > limit { try store() }
    let start = count
    recent.append(bytes)
    return start
  }

  /// Appends `size` bytes from `offset` on to a block.
  mutating func read(
    from offset: Int, count size: Int, into block: inout Output
  ) throws(SystemError) {
    precondition(offset >= 0 && size <= count - offset, "only what was written can be read")
    let stored = max(0, min(size, fileCount - offset))
    if stored > 0 { try readFile(offset, stored, &block) }
    if stored < size {
      let start = offset + stored - fileCount
      block.append(recent.bytes.extracting(start..<start + size - stored))
    }
  }

  private mutating func readFile(
    _ offset: Int, _ size: Int, _ block: inout Output
  ) throws(SystemError) {
    try file?.read(from: offset, count: size, into: &block)
  }

  private mutating func store() throws(SystemError) {
    if fileCount == 0 { file = try TemporaryFile() }
    let size = recent.count
    try file?.append(&recent)
    fileCount += size
  }
}
