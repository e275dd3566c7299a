public import EventJSON
public import Stages

/// Why an event could not be redacted: nothing of it goes on then.
public enum RedactionFailure: StageFailure {
  /// The line is no event.
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
