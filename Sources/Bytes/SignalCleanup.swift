import Glibc

/// What is still to be removed when a signal ends the process: one slot for each staging file.
///
/// The handler may run between any two instructions, so it reads plain words that are written in
/// the order that makes each state safe, and calls only what POSIX allows in handlers.
@unsafe
private struct CleanupSlot {
  var folder: Int32 = -1
  var name: UnsafeMutablePointer<CChar>?
}

// Written by the one thread there is, and read by its signal handler.
nonisolated(unsafe) private var firstSlot = unsafe CleanupSlot()
nonisolated(unsafe) private var secondSlot = unsafe CleanupSlot()

/// Removes staging files when INT, TERM or HUP end the process, and dies by the same signal.
public enum SignalCleanup {
  /// The two files that a sink has open at once.
  public enum Slot: Sendable {
    /// The artifact's.
    case artifact
    /// The manifest's.
    case manifest
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Installs the handler where the signal is not ignored, and makes a file that grows over its
  /// limit, and a reader of messages that is gone, failed writes instead of signals.
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
        SignalCleanup.removeAll()
        signal(number, SIG_DFL)
        raise(number)
      }
      // No other of them interrupts the handler.
      unsafe sigfillset(&new.sa_mask)
      _ = unsafe sigaction(number, &new, nil)
    }
    _ = signal(SIGXFSZ, SIG_IGN)
    // A sink writes nothing to standard output; a message that nobody reads must not kill it
    // with its staging file left behind.
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Notes a file that is to be removed.
  public static func register(_ name: Path, in folder: borrowing Folder, as slot: Slot) {
    unsafe name.withCString { name in
      let copy = unsafe strdup(name)
      withSignalsBlocked {
        unsafe set(slot, CleanupSlot(folder: folder.descriptorNumber, name: copy))
      }
    }
  }

  /// Forgets a file: it was removed, or became the real one.
  public static func forget(_ slot: Slot) {
    withSignalsBlocked { unsafe set(slot, CleanupSlot()) }
  }

  private static func set(_ slot: Slot, _ value: CleanupSlot) {
    switch slot {
    case .artifact:
      unsafe free(firstSlot.name)
      unsafe firstSlot = value
    case .manifest:
      unsafe free(secondSlot.name)
      unsafe secondSlot = value
    }
  }

  private static func removeAll() {
    // Safe: a slot's name is a C string for as long as it is set.
    if let name = unsafe firstSlot.name { _ = unsafe unlinkat(firstSlot.folder, name, 0) }
    if let name = unsafe secondSlot.name { _ = unsafe unlinkat(secondSlot.folder, name, 0) }
  }

  /// Runs `body` without being interrupted; a signal that comes meanwhile acts behind it.
  public static func withSignalsBlocked<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var set = sigset_t()
    var old = sigset_t()
    // Safe: the sets live through the calls.
    _ = unsafe sigemptyset(&set)
    for number in signals { _ = unsafe sigaddset(&set, number) }
    _ = unsafe sigprocmask(SIG_BLOCK, &set, &old)
    defer { _ = unsafe sigprocmask(SIG_SETMASK, &old, nil) }
    return try body()
  }
}
