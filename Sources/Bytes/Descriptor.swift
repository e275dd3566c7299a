import Glibc

/// A file descriptor: raw reads and writes, with EINTR, EAGAIN and short writes handled here and
/// nowhere else.
///
/// An owned descriptor is closed when the value ends; call `close()` where a failure to close
/// must be seen. Standard input, output and error are borrowed and never closed.
public struct Descriptor: ~Copyable, ByteSource {
  /// The number that the system knows it by.
  public let number: Int32
  private let isOwned: Bool

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Takes over a descriptor that a system call just returned.
  static func owning(_ number: Int32) -> Descriptor {
    Descriptor(number: number, isOwned: true)
  }

  /// Standard input, 0.
  public static var standardInput: Descriptor { Descriptor(number: 0, isOwned: false) }
  /// Standard output, 1.
  public static var standardOutput: Descriptor { Descriptor(number: 1, isOwned: false) }
  /// Standard error, 2.
  public static var standardError: Descriptor { Descriptor(number: 2, isOwned: false) }

  deinit {
    // A failed close of a file that was only read loses nothing; writers call close() instead.
    if isOwned { _ = Glibc.close(number) }
  }

  /// Reads at most `block.count` bytes; 0 is the end of the file.
  ///
  /// - Throws: `read`, such as EIO, which is never taken for the end; EINTR and EAGAIN are waited
  ///   out.
  public mutating func read(into block: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
    // Safe: read(2) writes at most the number of bytes the span has.
    while true {
      let (count, code) = unsafe block.withUnsafeMutableBytes { buffer in
        let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        return (count, errno)
      }
      if count >= 0 { return count }
      switch code {
      case EINTR: continue
      case EAGAIN: try wait(for: POLLIN, operation: "read")
      default: throw SystemError("read", code)
      }
    }
  }

  /// Writes every byte, in as many calls as it takes.
  ///
  /// - Throws: `write`, such as ENOSPC, or EPIPE where the reader has gone; part of the bytes may
  ///   be out.
  public borrowing func writeAll(_ bytes: Span<UInt8>) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      // Safe: the range done ..< count lies in the span.
      let (count, code) = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe write(number, rest.baseAddress, rest.count)
        return (count, errno)
      }
      if count >= 0 {
        done += count
        continue
      }
      switch code {
      case EINTR: continue
      case EAGAIN: try wait(for: POLLOUT, operation: "write")
      default: throw SystemError("write", code)
      }
    }
  }

  /// Whether a read could wait: nothing to read now, and the other end still open.
  public var mayBlock: Bool {
    var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    // Safe: one entry is passed as one.
    return unsafe poll(&entry, 1, 0) == 0
  }

  private borrowing func wait(for event: Int32, operation: String) throws(SystemError) {
    var entry = pollfd(fd: number, events: Int16(event), revents: 0)
    // Safe: one entry is passed as one. A poll that was interrupted is simply tried again.
    let result = unsafe poll(&entry, 1, -1)
    if result < 0 && errno != EINTR { throw SystemError(operation) }
  }

  /// Drops the file's content; a pipe or a terminal has none.
  ///
  /// - Throws: `truncate`, such as EIO.
  public borrowing func truncate() throws(SystemError) {
    guard ftruncate(number, 0) == 0 || errno == EINVAL else { throw SystemError("truncate") }
  }

  /// Locks the file until it is closed; EWOULDBLOCK where another process holds the lock.
  public borrowing func lock() throws(SystemError) {
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else { throw SystemError("lock") }
  }

  /// Flushes a file's data and metadata to the disk; a failure is final and not tried again.
  public borrowing func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError("fsync") }
  }

  /// A second descriptor of the same open file, which shares its lock.
  ///
  /// - Throws: `dup`, with EMFILE where no more files may be open.
  public borrowing func duplicate() throws(SystemError) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError("dup") }
    return .owning(copy)
  }

  /// Closes the descriptor and says whether that worked.
  ///
  /// - Throws: `close`, such as EIO: what was written may not be there.
  public consuming func close() throws(SystemError) {
    let number = self.number
    discard self
    guard Glibc.close(number) == 0 || errno == EINTR else { throw SystemError("close") }
  }

  /// Whether this is a terminal.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// Asks for a pipe of `size` bytes where this is one; a system that refuses leaves it as it is.
  public borrowing func widenPipe(to size: Int32) {
    #if os(Linux)
    // F_SETPIPE_SZ of linux/fcntl.h, which the overlay hides. Smaller pipes only cost
    // speed, so a refusal (not a pipe, or a limit) is no problem.
    let setPipeSize: Int32 = 1024 + 7
    _ = fcntl(number, setPipeSize, size)
    #endif
  }
}

/// Repeats a system call for as long as a signal interrupts it.
func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
