import Glibc

/// A folder that is held open, so that names in it can't be redirected while files are made.
///
/// All names are single components, opened without following links (spec/cli.md, "Security
/// rules").
public struct Folder: ~Copyable {
  private let number: Int32

  /// Opens a folder, making it and those above it with exactly this mode where they are missing.
  ///
  /// - Throws: `mkdir`, `open` or `fsync`, with ENOTDIR where a file stands in the way.
  public init(creating path: Path, mode: UInt32 = 0o700) throws(SystemError) {
    try Self.create(path, mode)
    let opened = unsafe path.withCString { path in
      retryingInterrupts { unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    }
    guard opened >= 0 else { throw SystemError("open") }
    number = opened
  }

  /// Takes over a descriptor that a system call just returned.
  init(owning number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  private static func create(_ path: Path, _ mode: UInt32) throws(SystemError) {
    if try make(path, mode) { return }
    let above = path.folder
    if above != path {
      try create(above, mode)
      if try make(path, mode) { return }
    }
    // The folder above is there, and takes no folder of this name: /proc, or an empty path.
    throw SystemError("mkdir", ENOENT)
  }

  /// Makes a folder that is not there yet; false where the one above it is missing.
  private static func make(_ path: Path, _ mode: UInt32) throws(SystemError) -> Bool {
    // Whatever the umask takes away is given back: the folder's owner must be able to use it.
    let made = unsafe path.withCString { path in
      unsafe mkdir(path, mode) == 0 ? chmod(path, mode) : -1
    }
    if made != 0 {
      if errno == ENOENT { return false }
      guard errno == EEXIST else { throw SystemError("mkdir") }
      return true
    }
    try synchronize(path.folder)
    return true
  }

  private static func synchronize(_ path: Path) throws(SystemError) {
    let number = unsafe path.withCString { path in
      unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard number >= 0 else { throw SystemError("open") }
    let descriptor = Descriptor.owning(number)
    try descriptor.synchronize()
  }

  /// Waits until no other process holds the folder's lock, and takes it until `unlock` or the end.
  ///
  /// - Throws: `lock`, where the file system has no locks.
  public borrowing func lock() throws(SystemError) {
    guard retryingInterrupts({ flock(number, LOCK_EX) }) == 0 else { throw SystemError("lock") }
  }

  /// Gives the lock back.
  ///
  /// - Throws: `lock`.
  public borrowing func unlock() throws(SystemError) {
    guard flock(number, LOCK_UN) == 0 else { throw SystemError("lock") }
  }

  /// Makes a new file with exactly this mode, and locks it; a taken name is EEXIST.
  ///
  /// The lock lasts as long as the descriptor: it tells a file in use from one left behind. Whoever
  /// sweeps holds the folder's lock, and so must whoever makes a file.
  public borrowing func createLocked(
    _ name: Path, mode: UInt32
  ) throws(SystemError) -> Descriptor {
    let file = unsafe name.withCString { name in
      retryingInterrupts {
        unsafe openat(
          number, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      }
    }
    guard file >= 0 else { throw SystemError("open") }
    do throws(SystemError) {
      guard fchmod(file, mode) == 0 else { throw SystemError("chmod") }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw SystemError("lock") }
    } catch {
      // The file is of no use; what can't be removed is swept by the next run.
      try? remove(name)
      _ = Glibc.close(file)
      throw error
    }
    return .owning(file)
  }

  /// Whether what has the name is a file or a link, which a rename may replace.
  ///
  /// - Throws: `stat`, with ENOENT where nothing has the name.
  public borrowing func isReplaceable(_ name: Path) throws(SystemError) -> Bool {
    var status = stat()
    let result = unsafe name.withCString { name in
      unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemError("stat") }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFREG || kind == S_IFLNK
  }

  /// Opens a file for reading.
  ///
  /// - Throws: `open`, with ENOENT, or ELOOP for a link.
  public borrowing func open(_ name: Path) throws(SystemError) -> Descriptor {
    let file = unsafe name.withCString { name in
      retryingInterrupts {
        unsafe openat(number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
    }
    guard file >= 0 else { throw SystemError("open") }
    return .owning(file)
  }

  /// Opens a file for reading and locks it until it is closed; EWOULDBLOCK where another process
  /// holds the lock.
  public borrowing func openLocked(_ name: Path) throws(SystemError) -> Descriptor {
    let descriptor = try open(name)
    try descriptor.lock()
    return descriptor
  }

  /// The device and inode of what has the name, links not followed.
  ///
  /// - Throws: `stat`, with ENOENT where nothing has it.
  public borrowing func identity(of name: Path) throws(SystemError) -> [UInt64] {
    var status = stat()
    let result = unsafe name.withCString { name in
      unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemError("stat") }
    return FileStatus(status).identity
  }

  /// Removes a file that nobody holds a lock on; whether it did.
  ///
  /// - Throws: `open`, `unlink`.
  public borrowing func removeIfUnlocked(_ name: Path) throws(SystemError) -> Bool {
    let descriptor = try open(name)
    guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else { return false }
    try remove(name)
    return true
  }

  /// Removes a file.
  ///
  /// - Throws: `unlink`, with ENOENT where it is not there.
  public borrowing func remove(_ name: Path) throws(SystemError) {
    let result = unsafe name.withCString { unsafe unlinkat(number, $0, 0) }
    guard result == 0 else { throw SystemError("unlink") }
  }

  /// Whether anything has the name, a link that leads nowhere included.
  ///
  /// - Throws: `stat`, for any other reason than ENOENT.
  public borrowing func contains(_ name: Path) throws(SystemError) -> Bool {
    var status = stat()
    let result = unsafe name.withCString { name in
      unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    if result == 0 { return true }
    guard errno == ENOENT else { throw SystemError("stat") }
    return false
  }

  /// Gives a file a second name, which must be free: EEXIST where it isn't.
  public borrowing func link(_ name: Path, as other: Path) throws(SystemError) {
    let result = unsafe name.withCString { name in
      unsafe other.withCString { other in unsafe linkat(number, name, number, other, 0) }
    }
    guard result == 0 else { throw SystemError("link") }
  }

  /// Renames a file, replacing what has the other name.
  ///
  /// - Throws: `rename`, with ENOENT where the file is not there.
  public borrowing func rename(_ name: Path, to other: Path) throws(SystemError) {
    let result = unsafe name.withCString { name in
      unsafe other.withCString { other in unsafe renameat(number, name, number, other) }
    }
    guard result == 0 else { throw SystemError("rename") }
  }

  /// Makes the names themselves durable.
  ///
  /// - Throws: `fsync`, which is final: pages may be lost, and a second call could succeed.
  public borrowing func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError("fsync") }
  }

  /// The number of the open folder, for the signal handler.
  var descriptorNumber: Int32 { number }
}
