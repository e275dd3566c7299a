import Glibc

/// What there is to do for the holder of a child's pipes.
public struct PipeReadiness: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// A set of the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The child's standard input has room for bytes.
  public static let input = PipeReadiness(rawValue: 1)
  /// The child's standard output has bytes, or has ended.
  public static let output = PipeReadiness(rawValue: 2)
  /// The upstream has bytes, or has ended.
  public static let upstream = PipeReadiness(rawValue: 4)
  /// Nobody reads the child's standard input any more.
  public static let refusal = PipeReadiness(rawValue: 8)
}

// The pipes, none of which is waited for alone.
extension ChildProcess {
  /// Whether its standard input is open on our side.
  public var takesInput: Bool { Self.number(of: input) >= 0 }
  /// Whether its standard output may give more.
  public var hasOutput: Bool { Self.number(of: output) >= 0 }

  /// A pipe's number, or one that poll(2) leaves alone where it is closed.
  private static func number(of end: borrowing Descriptor?) -> Int32 {
    switch end {
    case .some(let end): end.number
    case nil: -1
    }
  }

  /// Waits until something of `wanted` is ready, and gives what is; a refusal is always told.
  ///
  /// - Parameter isWaiting: whether to wait at all, rather than look once.
  public func wait(
    for wanted: PipeReadiness, upstream: borrowing Descriptor, isWaiting: Bool = true
  ) throws(SystemError) -> PipeReadiness {
    let inputEvents = wanted.contains(.input) ? Int16(POLLOUT) : 0
    let outputNumber = wanted.contains(.output) ? Self.number(of: output) : -1
    let upstreamNumber = wanted.contains(.upstream) ? upstream.number : -1
    var entries = (
      pollfd(fd: Self.number(of: input), events: inputEvents, revents: 0),
      pollfd(fd: outputNumber, events: Int16(POLLIN), revents: 0),
      pollfd(fd: upstreamNumber, events: Int16(POLLIN), revents: 0)
    )
    // Safe: a tuple of three entries is laid out as an array of three.
    let result = unsafe withUnsafeMutableBytes(of: &entries) { bytes in
      unsafe bytes.withMemoryRebound(to: pollfd.self) { entries in
        retryingInterrupts { unsafe poll(entries.baseAddress, 3, isWaiting ? -1 : 0) }
      }
    }
    guard result >= 0 else { throw SystemError("poll") }
    var ready: PipeReadiness = []
    if entries.0.revents & Int16(POLLOUT) != 0 { ready.insert(.input) }
    if entries.0.revents & Int16(POLLERR) != 0 { ready.insert(.refusal) }
    if entries.1.revents != 0 { ready.insert(.output) }
    if entries.2.revents != 0 { ready.insert(.upstream) }
    return ready
  }

  /// Writes what its standard input has room for; gives how many bytes, perhaps none.
  ///
  /// Where nobody reads it any more it is closed, which `takesInput` then tells.
  ///
  /// - Throws: `write`; a reader that has gone is none, and a full pipe neither.
  public mutating func write(_ bytes: Span<UInt8>) throws(SystemError) -> Int {
    guard takesInput else { return 0 }
    let number = Self.number(of: input)
    // Safe: write(2) reads at most the bytes of the span.
    let (count, code) = Self.withoutPipeSignal {
      unsafe bytes.withUnsafeBytes { buffer in
        let count = retryingInterrupts {
          unsafe Glibc.write(number, buffer.baseAddress, buffer.count)
        }
        return (count, errno)
      }
    }
    if count >= 0 { return count }
    switch code {
    case EAGAIN: return 0
    case EPIPE:
      closeInput()
      return 0
    default: throw SystemError("write", code)
    }
  }

  /// Reads what its standard output holds now: nil where it is empty, 0 at its end.
  ///
  /// - Throws: `read`, such as EIO.
  public mutating func read(
    into block: inout MutableSpan<UInt8>
  ) throws(SystemError) -> Int? {
    guard hasOutput else { return 0 }
    let number = Self.number(of: output)
    // Safe: read(2) writes at most the number of bytes the span has.
    let (count, code) = unsafe block.withUnsafeMutableBytes { buffer in
      let count = retryingInterrupts {
        unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      }
      return (count, errno)
    }
    if count == 0 { output = nil }
    if count >= 0 { return count }
    guard code == EAGAIN else { throw SystemError("read", code) }
    return nil
  }

  /// Runs a write that must not raise SIGPIPE, which everywhere else keeps its action: a closed
  /// standard output ends the process quietly, a child that has read enough does not.
  private static func withoutPipeSignal(_ body: () -> (Int, Int32)) -> (Int, Int32) {
    var pipeSignal = sigset_t()
    var old = sigset_t()
    // Safe: the sets live through the calls.
    _ = unsafe sigemptyset(&pipeSignal)
    _ = unsafe sigaddset(&pipeSignal, SIGPIPE)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &old)
    let result = body()
    if result.0 < 0, result.1 == EPIPE {
      // The signal is pending for this thread, unless it is ignored; it is taken off unseen.
      var now = timespec()
      _ = unsafe sigtimedwait(&pipeSignal, nil, &now)
    }
    _ = unsafe pthread_sigmask(SIG_SETMASK, &old, nil)
    return result
  }
}
