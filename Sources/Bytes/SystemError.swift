import Glibc

/// A system call that failed: which one, and its errno.
public struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The call's name, such as `write`.
  public let operation: String
  /// The errno value.
  public let code: Int32

  /// A failed call by name and errno.
  public init(_ operation: String, _ code: Int32) {
    self.operation = operation
    self.code = code
  }

  /// The call that just failed, with the errno it left.
  init(_ operation: String) { self.init(operation, errno) }

  /// A call whose data is not what it must be (EIO).
  public static func inputOutput(_ operation: String) -> SystemError { .init(operation, EIO) }

  /// A name that something else has, and that is not given away (EEXIST).
  public static func exists(_ operation: String) -> SystemError { .init(operation, EEXIST) }

  /// A name that is never used (EINVAL).
  public static func invalid(_ operation: String) -> SystemError { .init(operation, EINVAL) }

  /// Whether a pipe's or socket's reader is gone (EPIPE).
  public var isBrokenPipe: Bool { code == EPIPE }
  /// Whether another process holds the lock (EWOULDBLOCK).
  public var isInUse: Bool { code == EWOULDBLOCK }
  /// Whether the name was taken (EEXIST).
  public var isNameTaken: Bool { code == EEXIST }

  /// Whether the name, or a folder on the way to it, is not there (ENOENT).
  public var isMissing: Bool { code == ENOENT }
  /// Whether the process, or the system, may open no more files (EMFILE, ENFILE).
  public var isOutOfDescriptors: Bool { code == EMFILE || code == ENFILE }

  /// `write: No space left on device`: the call, then the system's sentence in the C locale.
  public var description: String {
    // Safe: strerror gives a C string that lives until the next call; it is copied at once.
    "\(operation): \(unsafe String(cString: strerror(code)))"
  }
}
