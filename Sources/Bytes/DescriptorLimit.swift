import Glibc

/// How many files the process may have open at once.
public enum DescriptorLimit {
  /// Raises the limit as far as the system lets it, and gives how many may be open then.
  public static func raise() -> Int {
    var limit = rlimit()
    // Safe: both calls use one structure that lives through them. RLIMIT_NOFILE always exists.
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 64
    }
    let soft = limit.rlim_cur
    limit.rlim_cur = limit.rlim_max
    // Where the system refuses, what was allowed before still is.
    if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 {
      limit.rlim_cur = soft
    }
    return Int(clamping: limit.rlim_cur)
  }
}
