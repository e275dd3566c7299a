public import Bytes

/// The bytes of a file as they are stored.
public struct StoredContent: Equatable, Sendable {
  /// How many there are.
  public let bytes: Int
  /// Their SHA-256.
  public let sha256: [UInt8]

  /// A file's content with a count and a digest.
  public init(bytes: Int, sha256: [UInt8]) {
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The content that `bytes` are.
  public init(of bytes: Span<UInt8>) {
    var digest = StreamDigest()
    digest.update(bytes)
    self.init(bytes: bytes.count, sha256: digest.finalize())
  }

  /// Reads a file whole.
  ///
  /// - Throws: the call that failed.
  public static func read(
    _ name: Path, in folder: borrowing Folder
  ) throws(SystemError) -> StoredContent {
    var file = try folder.open(name)
    return try read(&file)
  }

  /// Reads an open file to its end.
  ///
  /// - Throws: `read`, such as EIO.
  public static func read(_ file: inout Descriptor) throws(SystemError) -> StoredContent {
    var input = Input()
    var digest = StreamDigest()
    while try input.fill(from: &file) {
      digest.update(input.unread)
      let count = input.unread.count
      input.consume(count)
    }
    return StoredContent(bytes: input.bytesRead, sha256: digest.finalize())
  }

  /// Whether a file holds this content: a device, a pipe or a link never does.
  ///
  /// - Throws: `stat`, `open` or `read`, with ENOENT where nothing has the name.
  public func isContent(of name: Path, in folder: borrowing Folder) throws(SystemError) -> Bool {
    let status = try folder.open(name).status
    guard status.kind == .regular, status.size == bytes else { return false }
    return try Self.read(name, in: folder) == self
  }
}
