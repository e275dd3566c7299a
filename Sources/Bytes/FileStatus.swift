import Glibc

/// What a path leads to.
public struct FileStatus: Sendable {
  /// The kinds of files that tools tell apart.
  public enum Kind: Sendable {
    /// An ordinary file.
    case regular
    /// A folder.
    case folder
    /// Anything else: a pipe, a device, a socket, a link that is not followed.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// Its size in bytes.
  public let size: Int
  /// The numbers of its device and of its inode, which name it whatever its path is.
  public let identity: [UInt64]
  /// The permission bits of its mode.
  public let permissions: UInt32
  /// The number of the user that it belongs to.
  public let owner: UInt32

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(status.st_size)
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
  }
}

extension FileStatus {
  /// Whether it belongs to the user that this process acts for, and nobody else may do anything
  /// with it.
  public var isPrivate: Bool { owner == geteuid() && permissions & 0o077 == 0 }
}

extension Descriptor {
  /// What is open.
  public var status: FileStatus {
    get throws(SystemError) {
      var status = stat()
      // Safe: the structure lives through the call.
      guard unsafe fstat(number, &status) == 0 else { throw SystemError("stat") }
      return FileStatus(status)
    }
  }
}

extension Path {
  /// What the path leads to, links followed.
  ///
  /// - Throws: `open`, as it stands before one, with ENOENT where nothing is there.
  public func status() throws(SystemError) -> FileStatus {
    var status = stat()
    let result = unsafe withCString { path in unsafe stat(path, &status) }
    guard result == 0 else { throw SystemError("open") }
    return FileStatus(status)
  }
}
