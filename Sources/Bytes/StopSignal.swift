import Glibc

// Written by the one thread there is and by its signal handler, one word at a time.
nonisolated(unsafe) private var wasRaised: sig_atomic_t = 0
nonisolated(unsafe) private var wakeEnd: Int32 = -1
nonisolated(unsafe) private var waitEnd: Int32 = -1

/// INT and TERM as a wish to stop, for a run that has no end of its own.
public enum StopSignal {
  /// From now on the first of them is a wish; the second one ends the process as ever.
  ///
  /// - Throws: `pipe`, with EMFILE where no more files may be open.
  public static func install() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    // Safe: the call fills two numbers.
    guard unsafe pipe(&ends) == 0 else { throw SystemError("pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    unsafe waitEnd = ends[0]
    unsafe wakeEnd = ends[1]
    // Behind the first one the signal ends the process as usual.
    let once = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    SignalHandler.install([SIGINT, SIGTERM], flags: once) { _ in
      unsafe wasRaised = 1
      let code = errno
      // A full pipe wakes as well.
      _ = unsafe write(wakeEnd, "!", 1)
      errno = code
    }
  }

  /// Whether one has come.
  public static var isRaised: Bool { unsafe wasRaised != 0 }

  /// Waits for one, at most so long.
  public static func wait(milliseconds: Int) {
    var entry = pollfd(fd: unsafe waitEnd, events: Int16(POLLIN), revents: 0)
    // Safe: one entry is passed as one. Who waits looks again, whatever ended the wait.
    _ = unsafe poll(&entry, 1, Int32(clamping: milliseconds))
  }
}
