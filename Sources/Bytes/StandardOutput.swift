import Glibc

/// The end of what a run writes to standard output.
public enum StandardOutput {
  /// Makes sure that everything written was taken, as far as this process can know.
  ///
  /// A file is flushed to the disk. A pipe is waited for until its reader has read all of it, and
  /// still is there: who reads to the end can't have left, as the end was not written yet.
  ///
  /// - Throws: `fsync`, or `write` with EPIPE where the reader has gone before it had read all.
  public static func settle() throws(SystemError) {
    var status = stat()
    // Safe: the structure lives through the call.
    guard unsafe fstat(1, &status) == 0 else { throw SystemError("stat") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: try Descriptor.standardOutput.synchronize()
    case S_IFIFO: try waitForReader()
    default: break
    }
  }

  /// Closes standard output, and says whether that worked; nothing can be written behind it.
  ///
  /// - Throws: `close`, such as EIO: what was written may not be there.
  public static func close() throws(SystemError) {
    // After an interrupted close the descriptor is gone all the same.
    guard Glibc.close(1) == 0 || errno == EINTR else { throw SystemError("close") }
    // The next file must not become standard output: the lowest free number is this one.
    _ = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
  }

  /// Waits until nothing is in the pipe; a reader that went away is EPIPE.
  private static func waitForReader() throws(SystemError) {
    var pause: Int32 = 1
    while true {
      var waiting: Int32 = 0
      // Safe: the call fills one number.
      guard unsafe ioctl(1, UInt(FIONREAD), &waiting) == 0 else { throw SystemError("write") }
      var entry = pollfd(fd: 1, events: 0, revents: 0)
      // Safe: one entry is passed as one. Only the reader's end going away ends the pause.
      let result = unsafe poll(&entry, 1, waiting == 0 ? 0 : pause)
      if result < 0 && errno != EINTR { throw SystemError("write") }
      if result > 0 { throw SystemError("write", EPIPE) }
      if waiting == 0 { return }
      pause = min(pause * 2, 50)
    }
  }
}
