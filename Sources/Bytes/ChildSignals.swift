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
    SignalHandler.install(signals) { number in
      if unsafe child > 0 { _ = unsafe kill(child, SIGTERM) }
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// Notes the child, while signals are blocked.
  static func register(_ process: pid_t) { unsafe child = process }

  /// Forgets the child, whose number may soon be another process's.
  static func forget() { unsafe child = 0 }
}
