import Bytes

/// The file of `--rejects`.
///
/// What it held before is only dropped once it is known not to be one of the inputs: at the first
/// malformed line, or at the end of the run.
struct RejectsFile: ~Copyable {
  private let path: Path
  private let descriptor: Descriptor
  private var isEmptied: Bool
  /// What tells the file from every other one.
  let identity: [UInt64]

  /// Opens the file, made with mode 0600 where it is not there.
  init(_ path: Path, keepsContent: Bool) throws(SystemError) {
    let opened = try Self.open(path, keepsContent: keepsContent)
    let identity = try opened.status.identity
    self.path = path
    descriptor = opened
    self.identity = identity
    isEmptied = keepsContent
  }

  private static func open(
    _ path: Path, keepsContent: Bool
  ) throws(SystemError) -> Descriptor {
    let opened = try path.openForWriting()
    if keepsContent { try opened.seekToEnd() }
    return opened
  }

  /// Appends bytes.
  mutating func write(_ bytes: Span<UInt8>) throws(Problem) {
    do throws(SystemError) {
      try empty()
      try descriptor.writeAll(bytes)
    } catch {
      throw Problem(writing: Quoting.escaped(path.text), error)
    }
  }

  private mutating func empty() throws(SystemError) {
    guard !isEmptied else { return }
    isEmptied = true
    try descriptor.truncate()
  }

  /// Closes the file, which holds nothing where nothing was malformed.
  consuming func close() throws(Problem) {
    let path = path
    do throws(SystemError) {
      try empty()
      try descriptor.close()
    } catch {
      throw Problem(writing: Quoting.escaped(path.text), error)
    }
  }
}
