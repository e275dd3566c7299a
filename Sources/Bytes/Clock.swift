import Glibc

/// The system's clocks.
public enum Clock {
  /// Seconds and nanoseconds since 1970-01-01T00:00:00Z.
  public static func now() -> (seconds: Int64, nanoseconds: Int32) {
    var time = timespec()
    // Safe: the call fills one timespec. CLOCK_REALTIME always exists.
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return (Int64(time.tv_sec), Int32(time.tv_nsec))
  }

  /// Milliseconds of a clock that nobody sets, from any beginning.
  public static func steadyMilliseconds() -> Int {
    var time = timespec()
    // Safe: the call fills one timespec. CLOCK_MONOTONIC always exists.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
