// Small files, read and written whole.
extension Descriptor {
  /// Everything up to the end of the file; nil where that is more than `limit` bytes.
  ///
  /// - Throws: `read`.
  public mutating func contents(atMost limit: Int) throws(SystemError) -> [UInt8]? {
    var input = Input(capacity: 4096)
    while input.unread.count <= limit, try input.fill(from: &self) {}
    return input.unread.count > limit ? nil : Array(copying: input.unread)
  }
}

extension Folder {
  /// Makes a new file with exactly this mode and content, on its disk; a taken name is EEXIST.
  ///
  /// The folder is left to be synchronised by the caller, once for all of its names.
  ///
  /// - Throws: the call that failed; a file half written is removed.
  public borrowing func create(
    _ name: Path, mode: UInt32, content: Span<UInt8>
  ) throws(SystemError) {
    let descriptor = try createLocked(name, mode: mode)
    do throws(SystemError) {
      try descriptor.writeAll(content)
      try descriptor.synchronize()
    } catch {
      // Half a file is of no use; the first problem is told.
      try? remove(name)
      throw error
    }
    try descriptor.close()
  }

  /// Gives a file new content, all of it or nothing, under its name at once; it need not be there.
  ///
  /// The folder must be locked, as what a killed run left of the same is removed, and is left to
  /// be synchronised by the caller.
  ///
  /// - Throws: the call that failed; the name then has what it had.
  public borrowing func replace(
    _ name: Path, mode: UInt32, content: Span<UInt8>
  ) throws(SystemError) {
    let staging = Self.staging(of: name)
    if try contains(staging) { try remove(staging) }
    try create(staging, mode: mode, content: content)
    do throws(SystemError) {
      try rename(staging, to: name)
    } catch {
      // What nobody uses is not left lying about; the first problem is told.
      try? remove(staging)
      throw error
    }
  }

  /// The name under which the new content of a file is written.
  public static func staging(of name: Path) -> Path {
    // Names have at most 255 bytes.
    Path(bytes: [.dot] + name.bytes.prefix(200) + Array(".kt-new".utf8))
  }
}
