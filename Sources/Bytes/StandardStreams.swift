import Glibc

/// What the process was given as its three standard streams.
public enum StandardStreams {
  /// Which of them were closed at the start; set once by `secure()`, before any other thread.
  nonisolated(unsafe) private static var closed: UInt8 = 0

  /// Opens /dev/null in the place of each standard stream that came closed.
  ///
  /// Without that, the first file a tool opens would become its standard output, and an error
  /// message would be written into it (spec/faults.md, section 3). Call it first of all.
  public static func secure() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      unsafe closed |= 1 << UInt8(number)
      // The lowest free number is the closed one, as those below it are open by now.
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Whether standard input was there at the start.
  public static var hasInput: Bool { unsafe closed & 1 == 0 }
  /// Whether standard output was there at the start.
  public static var hasOutput: Bool { unsafe closed & 2 == 0 }

  /// The errno that a closed stream gives.
  public static var closedStreamCode: Int32 { EBADF }
}
