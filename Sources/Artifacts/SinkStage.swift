public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Why the sink could not take an event.
public enum SinkFailure: StageFailure {
  /// The line is no event.
  case malformed(JSONProblem)
  /// The artifact could not be written.
  case artifact(Problem)

  /// What the loop does about it.
  public var cause: FailureCause {
    switch self {
    case .malformed(let problem): .malformed(problem)
    case .artifact(let problem): .fatal(problem)
    }
  }
}

/// Checks events once more and writes them into an artifact.
public struct SinkStage: ~Copyable, Stage {
  private var writer: ArtifactWriter
  private var reader: EventReader
  private let time: Operand
  /// The times and unknown outcomes of what was written.
  public private(set) var observation = Observation()

  /// A stage that fills an artifact.
  public init(_ writer: consuming ArtifactWriter, dictionary: EventDictionary) {
    self.writer = writer
    var query = EventQuery(dictionary)
    // The manifest's times are read of every event: a doubled one is malformed.
    time = query.operand(.timestamp)
    _ = query.operand(.outcome, observing: true)
    reader = query.makeReader()
  }

  /// Validates an event whole, and writes it.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(SinkFailure) -> Verdict {
    do throws(JSONProblem) {
      try reader.scan(line)
    } catch {
      throw .malformed(error)
    }
    observation.note(line, readBy: &reader, time: time)
    do throws(Problem) {
      try writer.write(line)
      let newline: [UInt8] = [.newline]
      try writer.write(newline.span)
    } catch {
      throw .artifact(error)
    }
    return .replaced
  }

  /// The artifact, for publication.
  consuming func takeWriter() -> ArtifactWriter { writer }
}
