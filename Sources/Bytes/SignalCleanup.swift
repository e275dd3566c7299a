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

/// A folder of staging files whose names are the numbers below `count`.
@unsafe
private struct FolderSlot {
  var parent: Int32 = -1
  var folder: Int32 = -1
  var name: UnsafeMutablePointer<CChar>?
  var count = 0
}

// Written by the one thread that signals interrupt, and read by its handler.
nonisolated(unsafe) private var folderSlot = unsafe FolderSlot()
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
    SignalHandler.install(signals) { number in
      SignalCleanup.removeAll()
      signal(number, SIG_DFL)
      raise(number)
    }
    _ = signal(SIGXFSZ, SIG_IGN)
    // A message, or output, that nobody reads must not kill the process with its staging file left
    // behind: the failed write ends it.
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

  /// Notes a folder inside `parent` whose files are named `0` to `count` - 1.
  public static func register(
    folder: borrowing Folder, _ name: Path, in parent: borrowing Folder
  ) {
    unsafe name.withCString { name in
      let copy = unsafe strdup(name)
      let (parent, folder) = (parent.descriptorNumber, folder.descriptorNumber)
      withSignalsBlocked {
        unsafe free(folderSlot.name)
        unsafe folderSlot = FolderSlot(parent: parent, folder: folder, name: copy)
      }
    }
  }

  /// Notes how many files the folder has; a number too high harms nobody.
  public static func noteFiles(_ count: Int) { unsafe folderSlot.count = count }

  /// Forgets the folder: it was removed.
  public static func forgetFolder() {
    withSignalsBlocked {
      unsafe free(folderSlot.name)
      unsafe folderSlot = FolderSlot()
    }
  }

  private static func removeFolder() {
    guard let name = unsafe folderSlot.name else { return }
    let count = unsafe folderSlot.count
    for number in 0..<count { unlink(number) }
    _ = unsafe unlinkat(folderSlot.parent, name, AT_REMOVEDIR)
  }

  /// Removes the file that is named like a number, which is spelled without allocating.
  private static func unlink(_ number: Int) {
    // Safe: 24 bytes hold any Int and its NUL, and are used during the call only.
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 24) { buffer in
      var start = 23
      var rest = number
      unsafe buffer[start] = 0
      while rest > 0 || start == 23 {
        start -= 1
        unsafe buffer[start] = CChar(48 + rest % 10)
        rest /= 10
      }
      guard let address = buffer.baseAddress else { return }
      _ = unsafe unlinkat(folderSlot.folder, address + start, 0)
    }
  }

  private static func removeAll() {
    removeFolder()
    // Safe: a slot's name is a C string for as long as it is set.
    if let name = unsafe firstSlot.name { _ = unsafe unlinkat(firstSlot.folder, name, 0) }
    if let name = unsafe secondSlot.name { _ = unsafe unlinkat(secondSlot.folder, name, 0) }
  }

  /// Runs `body` without being interrupted; a signal that comes meanwhile acts behind it.
  ///
  /// - Throws: what `body` throws.
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
