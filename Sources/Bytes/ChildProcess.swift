import Glibc

/// How a process ended.
public enum ProcessEnd: Sendable, Equatable {
  /// With an exit status, 0 to 255.
  case exited(Int32)
  /// By a signal of this number.
  case signalled(Int32)
}

/// A command that runs beside this process, with pipes of ours as its standard input and output.
///
/// ```
///   write(_:) → [input pipe] → COMMAND → [output pipe] → read(into:)
/// ```
/// Neither `write` nor `read` ever waits, so that whoever holds both ends can't deadlock;
/// `wait(for:upstream:)` waits for all of them at once. Everything else the command has as this
/// process was given it: standard error, other descriptors, environment, folder, ignored signals.
///
/// A value that ends before `waitForEnd()` terminates the process, and so does a signal that ends
/// this one, so that it does not take the end of its input for the end of the data.
public struct ChildProcess: ~Copyable {
  private var process: pid_t = 0
  /// Our end of the pipe to its standard input; nil once closed.
  var input: Descriptor?
  /// Our end of the pipe from its standard output; nil once it has ended.
  var output: Descriptor?

  /// Starts a command, looked up in PATH where its name has no slash.
  ///
  /// The error is the system's, such as ENOENT where there is no such command.
  ///
  /// - Parameter arguments: the command and its arguments, as bytes without NUL; at least one.
  public init(_ arguments: [[UInt8]]) throws(SystemError) {
    precondition(!arguments.isEmpty, "a command has a name")
    // Where it is ignored, the system keeps no exit status of a child (POSIX, waitpid).
    _ = signal(SIGCHLD, SIG_DFL)
    let toChild = try Pipe()
    let fromChild = try Pipe()
    try Self.makeNonBlocking(toChild.writeEnd)
    try Self.makeNonBlocking(fromChild.readEnd)
    process = try SignalCleanup.withSignalsBlocked { () throws(SystemError) in
      let process = try Self.spawn(
        arguments, input: toChild.readEnd.number, output: fromChild.writeEnd.number)
      ChildSignals.register(process)
      return process
    }
    input = toChild.takeWriteEnd()
    output = fromChild.takeReadEnd()
  }

  deinit {
    // Before its pipes are closed, which the fields' own ends do behind this.
    guard process > 0 else { return }
    ChildSignals.forget()
    _ = kill(process, SIGTERM)
  }

  /// Waits until the process has ended, and says how.
  ///
  /// - Throws: `wait`, such as ECHILD where something else has waited for it.
  public mutating func waitForEnd() throws(SystemError) -> ProcessEnd {
    // The end leaves the process's number in use until it is collected, and a signal meanwhile
    // still finds it.
    var information = unsafe siginfo_t()
    // Safe: the structures live through the calls.
    let waited = retryingInterrupts {
      unsafe waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT)
    }
    guard waited == 0 else { throw SystemError("wait") }
    var status: Int32 = 0
    ChildSignals.forget()
    let collected = retryingInterrupts { unsafe waitpid(process, &status, 0) }
    guard collected == process else { throw SystemError("wait") }
    process = 0
    // WEXITSTATUS and WTERMSIG of sys/wait.h, which are macros.
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Closes its standard input: what was written is all there is.
  public mutating func closeInput() { input = nil }

  private static func makeNonBlocking(_ end: borrowing Descriptor) throws(SystemError) {
    let flags = fcntl(end.number, F_GETFL)
    guard flags >= 0, fcntl(end.number, F_SETFL, flags | O_NONBLOCK) == 0 else {
      throw SystemError("fcntl")
    }
  }

  private static func spawn(
    _ arguments: [[UInt8]], input: Int32, output: Int32
  ) throws(SystemError) -> pid_t {
    // Safe: actions and attributes are initialised before their first use and destroyed after the
    // last; the argument vector ends with nil, and its strings with NUL.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A mask that somebody left behind must not keep the command from being ended.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // The copies are not closed at exec as the originals are, whose numbers are above 2.
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    var vector = unsafe arguments.map { unsafe strdup($0.map { CChar(bitPattern: $0) } + [0]) }
    defer { for index in unsafe vector.indices { unsafe free(vector[index]) } }
    guard let file = unsafe vector[0], unsafe !vector.contains(nil) else {
      throw SystemError("exec", ENOMEM)
    }
    unsafe vector.append(nil)
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, file, &actions, &attributes, vector, environ)
    guard code == 0 else { throw SystemError("exec", code) }
    return process
  }
}
