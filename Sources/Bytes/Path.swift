import Glibc

/// A file's name as the system has it: bytes, which need not be UTF-8.
public struct Path: Hashable, Sendable {
  /// The bytes of the name, without NUL.
  public let bytes: [UInt8]

  /// A path from its bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path from a text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// A path from an argument of this process, which need not be UTF-8.
  ///
  /// Arguments come as texts in which other bytes became U+FFFD; the argument that gave such a
  /// text is looked up.
  public init(argument text: String) {
    let raw = text.unicodeScalars.contains("\u{FFFD}") ? ProcessContext.rawArguments : []
    bytes = raw.first { String(decoding: $0, as: UTF8.self) == text } ?? Array(text.utf8)
  }

  /// The name as text, for messages; bytes that are no UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last component.
  public var lastComponent: [UInt8] {
    guard let slash = bytes.lastIndex(of: .slash) else { return bytes }
    return Array(bytes[(slash + 1)...])
  }

  /// The folder that it is in: `.` where no slash is.
  public var folder: Path {
    guard let slash = bytes.lastIndex(of: .slash) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(bytes: Array(bytes[..<slash]))
  }

  /// The path of `name` inside this folder.
  public func appending(_ name: [UInt8]) -> Path {
    Path(bytes: bytes.last == .slash ? bytes + name : bytes + [.slash] + name)
  }

  /// Calls `body` with the path as a C string.
  @unsafe
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe characters.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else {
        preconditionFailure("a C string has its NUL")
      }
      return unsafe body(address)
    }
  }
}

extension Path {
  /// Opens the file for reading.
  ///
  /// - Throws: `open`, with ENOENT where there is none.
  public func openForReading() throws(SystemError) -> Descriptor {
    let number = unsafe withCString { path in
      retryingInterrupts { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    }
    guard number >= 0 else { throw SystemError("open") }
    return .owning(number)
  }

  /// Opens the file for writing and leaves what is in it, made with mode 0600 where it is not
  /// there.
  public func openForWriting() throws(SystemError) -> Descriptor {
    let number = unsafe withCString { path in
      retryingInterrupts { unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    }
    guard number >= 0 else { throw SystemError("open") }
    return .owning(number)
  }

  /// The names in a folder, `.` and `..` left out, in no order.
  ///
  /// - Throws: `open`, `read`.
  public func names() throws(SystemError) -> [[UInt8]] {
    guard let folder = unsafe withCString({ path in unsafe opendir(path) }) else {
      throw SystemError("open")
    }
    defer { unsafe closedir(folder) }
    return try unsafe Self.names(in: folder)
  }

  /// The names that an open folder gives.
  @unsafe
  static func names(in folder: OpaquePointer) throws(SystemError) -> [[UInt8]] {
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw SystemError("read") }
        return names
      }
      // Safe: d_name ends with NUL, and the entry lives until the next readdir.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [.dot], name != [.dot, .dot] { names.append(name) }
    }
  }
}
