import Glibc

// Folders inside folders, and files that move between them.
extension Folder {
  /// Opens a folder that is there, links followed: the one that a user named.
  ///
  /// - Throws: `open`, with ENOENT or ENOTDIR where there is none.
  public init(opening path: Path) throws(SystemError) {
    let opened = unsafe path.withCString { path in
      retryingInterrupts { unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    }
    guard opened >= 0 else { throw SystemError("open") }
    self.init(owning: opened)
  }

  /// Opens a folder inside this one; a link is not followed.
  ///
  /// - Throws: `open`, with ENOENT, or ENOTDIR for a link or a file.
  public borrowing func folder(_ name: Path) throws(SystemError) -> Folder {
    let opened = unsafe name.withCString { name in
      retryingInterrupts {
        unsafe openat(
          descriptorNumber, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
    }
    guard opened >= 0 else { throw SystemError("open") }
    return Folder(owning: opened)
  }

  /// Makes a folder inside this one, with exactly this mode; false where the name was taken.
  ///
  /// - Throws: `mkdir`, or `chmod`, after which it is removed again.
  public borrowing func makeFolder(_ name: Path, mode: UInt32) throws(SystemError) -> Bool {
    let made = unsafe name.withCString { unsafe mkdirat(descriptorNumber, $0, mode) }
    guard made == 0 else {
      if errno == EEXIST { return false }
      throw SystemError("mkdir")
    }
    let changed = unsafe name.withCString { unsafe fchmodat(descriptorNumber, $0, mode, 0) }
    guard changed == 0 else {
      let error = SystemError("chmod")
      // It is empty and of no use; the first problem is told.
      try? removeFolder(name)
      throw error
    }
    return true
  }

  /// Takes the folder's lock, for as long as it is open, unless another process has it.
  public borrowing func lockIfFree() throws(SystemError) -> Bool {
    if flock(descriptorNumber, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw SystemError("lock")
  }

  /// Opens a file for writing behind what it holds.
  ///
  /// - Throws: `open`, with ENOENT, or ELOOP for a link.
  public borrowing func openForAppending(_ name: Path) throws(SystemError) -> Descriptor {
    let file = unsafe name.withCString { name in
      retryingInterrupts {
        unsafe openat(descriptorNumber, name, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
      }
    }
    guard file >= 0 else { throw SystemError("open") }
    return .owning(file)
  }

  /// Removes an empty folder.
  ///
  /// - Throws: `unlink`, with ENOTEMPTY where something is in it.
  public borrowing func removeFolder(_ name: Path) throws(SystemError) {
    let result = unsafe name.withCString { unsafe unlinkat(descriptorNumber, $0, AT_REMOVEDIR) }
    guard result == 0 else { throw SystemError("unlink") }
  }

  /// Gives a file of this folder a name in another one, which must be free: EEXIST where it isn't.
  public borrowing func link(
    _ name: Path, into other: borrowing Folder, as newName: Path
  ) throws(SystemError) {
    let target = other.descriptorNumber
    let result = unsafe name.withCString { name in
      unsafe newName.withCString { newName in
        unsafe linkat(descriptorNumber, name, target, newName, 0)
      }
    }
    guard result == 0 else { throw SystemError("link") }
  }

  /// Moves a file of this folder into another one, replacing what has the name there.
  ///
  /// - Throws: `rename`, with EXDEV where the other is on another disk.
  public borrowing func move(
    _ name: Path, into other: borrowing Folder, as newName: Path
  ) throws(SystemError) {
    let target = other.descriptorNumber
    let result = unsafe name.withCString { name in
      unsafe newName.withCString { newName in
        unsafe renameat(descriptorNumber, name, target, newName)
      }
    }
    guard result == 0 else { throw SystemError("rename") }
  }

  /// What has a name, a link not followed; nil where nothing has it.
  public borrowing func status(of name: Path) throws(SystemError) -> FileStatus? {
    var status = stat()
    let result = unsafe name.withCString { name in
      unsafe fstatat(descriptorNumber, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    if result == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw SystemError("stat")
  }

  /// The names in the folder, `.` and `..` left out, in no order.
  ///
  /// - Throws: `open`, `read`.
  public borrowing func names() throws(SystemError) -> [[UInt8]] {
    let copy = unsafe openat(descriptorNumber, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError("open") }
    // Safe: the new descriptor is the stream's from here on, which closes it.
    guard let folder = unsafe fdopendir(copy) else {
      _ = Glibc.close(copy)
      throw SystemError("open")
    }
    defer { unsafe closedir(folder) }
    return try unsafe Path.names(in: folder)
  }
}
