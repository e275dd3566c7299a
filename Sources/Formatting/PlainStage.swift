public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Validates events and hands them on as they are.
public struct PlainStage: ~Copyable, Stage {
  private var scan: EventScan
  /// The times and unknown outcomes of what was handed on, where they are wanted.
  public var observation: Observation { scan.observation }

  /// A stage; with `observing`, it also notes what statistics tell.
  public init(_ dictionary: EventDictionary, from input: FormatInput = .lines, observing: Bool) {
    scan = EventScan(EventQuery(dictionary), from: input, observing: observing)
  }

  /// Validates the line whole.
  ///
  /// - Throws: what is wrong with the line, and at which byte.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try scan.read(line)
    return .keep
  }
}
