import Glibc

/// A file without a name, for what is longer than memory while a tool runs.
///
/// It is made with mode 0600 in the folder that TMPDIR names, else in `/tmp`, and its name is gone
/// before the first byte is in it: nothing is left behind, however the process ends.
public struct TemporaryFile: ~Copyable {
  private let descriptor: Descriptor
  /// How many bytes it has.
  public private(set) var count = 0

  /// The folder that such files are in, for messages.
  public static var folder: Path {
    let named = ProcessContext.environment("TMPDIR") ?? ""
    return Path(named.isEmpty ? "/tmp" : named)
  }

  /// An empty file.
  ///
  /// - Throws: `create`, where no folder for temporary files takes one.
  public init() throws(SystemError) {
    var name = Self.folder.appending(Array("kt-XXXXXX".utf8)).bytes + [0]
    // Safe: the bytes end in NUL, and mkstemp changes the six before it alone.
    let number = unsafe name.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe Self.makeNameless($0.baseAddress) }
    }
    guard number >= 0 else { throw SystemError("create") }
    descriptor = .owning(number)
  }

  private static func makeNameless(_ name: UnsafeMutablePointer<CChar>?) -> Int32 {
    guard let name = unsafe name else { return -1 }
    let number = unsafe mkstemp(name)
    guard number >= 0 else { return -1 }
    // No tool here starts another process while it has such a file open.
    guard unsafe unlink(name) == 0, fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
      let code = errno
      Glibc.close(number)
      errno = code
      return -1
    }
    return number
  }

  /// Appends a block, and empties it.
  ///
  /// - Throws: `write`, such as ENOSPC.
  public mutating func append(_ block: inout Output) throws(SystemError) {
    let size = block.count
    try block.flush(to: descriptor)
    count += size
  }

  /// Appends `size` bytes from `offset` on to a block; they must have been written.
  public borrowing func read(
    from offset: Int, count size: Int, into block: inout Output
  ) throws(SystemError) {
    let start = block.count
    try descriptor.append(size, at: offset, to: &block)
    guard block.count - start == size else { throw .inputOutput("read") }
  }
}
