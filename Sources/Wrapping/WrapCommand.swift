import Bytes
import Stages

/// A foreign command, and which of its exit statuses say that it did its work.
public struct WrapCommand: Sendable {
  private let arguments: [[UInt8]]
  private let accepted: Set<Int32>

  /// A command.
  ///
  /// - Parameters:
  ///   - arguments: its name, or its path where that has a slash, and its arguments; not empty.
  ///   - accepted: the exit statuses that are a success, 0 to 255.
  public init(_ arguments: [[UInt8]], accepting accepted: Set<Int32>) {
    self.arguments = arguments
    self.accepted = accepted
  }

  /// What messages call it: its name, without folders where it has some.
  var name: String { Quoting.escaped(lastName.text) }

  /// What messages call the lines that it writes.
  var output: Path { Path("output of \(lastName.text)") }

  private var lastName: Path {
    let path = Path(bytes: arguments[0])
    return path.lastComponent.isEmpty ? path : Path(bytes: path.lastComponent)
  }

  /// Starts it.
  func start() throws(Problem) -> ChildProcess {
    do throws(SystemError) {
      return try ChildProcess(arguments)
    } catch {
      throw problem(error)
    }
  }

  /// A call of the system's that failed while it ran.
  func problem(_ error: SystemError) -> Problem { Problem(.failure, "\(name): \(error)") }

  /// What its end says against its output's being whole; nil where nothing does.
  func problem(_ end: ProcessEnd) -> Problem? {
    switch end {
    case .signalled(let number): return Problem(.failure, "\(name): killed by signal \(number)")
    case .exited(let status) where accepted.contains(status): return nil
    case .exited(1) where accepted == [0]:
      // grep, diff and others mean by it that there was nothing.
      return Problem(
        .failure, "\(name): exit status 1; where that is no failure: --accept-status 0,1")
    case .exited(let status): return Problem(.failure, "\(name): exit status \(status)")
    }
  }
}
