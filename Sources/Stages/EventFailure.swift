public import DecisionEvent
public import EventJSON

/// Why a stage could not decide an event, for stages that read events and do something else, too,
/// such as keeping a file.
public enum EventFailure: StageFailure {
  /// The line is no event: `--on-error` says what becomes of it.
  case malformed(JSONProblem)
  /// The run can't go on.
  case stopped(Problem)

  /// What the loop that runs the stage makes of it.
  public var cause: FailureCause {
    switch self {
    case .malformed(let problem): .malformed(problem)
    case .stopped(let problem): .fatal(problem)
    }
  }
}

extension EventReader {
  /// Validates a line and finds what was asked for; one that is no event is malformed.
  public mutating func read(_ line: Span<UInt8>) throws(EventFailure) {
    do throws(JSONProblem) {
      try scan(line)
    } catch {
      throw .malformed(error)
    }
  }
}
