import Glibc

// Written by the one thread there is, and read by its signal handler.
nonisolated(unsafe) private var child: pid_t = 0

/// Ends the child before a signal ends this process.
///
/// Without that the child would see its input end, as if all data had come.
public enum ChildSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGPIPE]

  /// Installs the handler of INT, TERM, HUP and PIPE where they are not ignored; the process still
  /// dies by the same signal.
  public static func install() {
    for number in signals {
      var old = sigaction()
      // Safe: both structures live through the calls.
      _ = unsafe sigaction(number, nil, &old)
      // Safe: a handler is a word, and SIG_IGN the word 1.
      let handler = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self)
      if handler == 1 { continue }
      var new = sigaction()
      unsafe new.__sigaction_handler.sa_handler = { number in
        if unsafe child > 0 { _ = unsafe kill(child, SIGTERM) }
        signal(number, SIG_DFL)
        raise(number)
      }
      unsafe sigfillset(&new.sa_mask)
      _ = unsafe sigaction(number, &new, nil)
    }
  }

  /// Notes the child, while signals are blocked.
  static func register(_ process: pid_t) { unsafe child = process }

  /// Forgets the child, whose number may soon be another process's.
  static func forget() { unsafe child = 0 }
}
