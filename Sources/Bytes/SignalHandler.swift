import Glibc

/// Handlers of signals, installed where the process was not started with the signal ignored.
enum SignalHandler {
  /// Has `handler` called for each of these signals; no signal interrupts it.
  static func install(
    _ signals: [Int32], flags: Int32 = 0, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    for number in signals {
      var old = sigaction()
      // Safe: both structures live through the calls.
      _ = unsafe sigaction(number, nil, &old)
      // Safe: a handler is a word, and SIG_IGN the word 1.
      let word = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self)
      if word == 1 { continue }
      var new = sigaction()
      unsafe new.__sigaction_handler.sa_handler = handler
      unsafe sigfillset(&new.sa_mask)
      new.sa_flags = flags
      _ = unsafe sigaction(number, &new, nil)
    }
  }
}
