public import Bytes
import DecisionEvent
public import EventJSON
public import Stages

/// Keeps the events that a selection fits, or with `isInverted` those that it doesn't: a pure
/// predicate.
public struct MatchStage: ~Copyable, Stage {
  private let selection: Selection
  private let isInverted: Bool
  private var reader: EventReader
  private var scratch = Output(capacity: 4096)
  private let observed: (time: Operand, isWanted: Bool)
  /// The times and unknown outcomes of what was kept, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage of a selection; with `observing`, it also notes what statistics tell.
  public init(_ selection: Selection, isInverted: Bool, observing: Bool) {
    self.selection = selection
    self.isInverted = isInverted
    var query = selection.query
    // What is only observed must not make a line malformed that would pass without --stats.
    let time = observing ? query.operand(.timestamp, observing: true) : Operand.nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    observed = (time, observing)
    reader = query.makeReader()
  }

  /// Validates the line whole, and decides it.
  ///
  /// - Throws: what is wrong with the line, and at which byte.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    guard selection.matches(&reader, line, &scratch) != isInverted else { return .drop }
    if observed.isWanted {
      observation.note(line, readBy: &reader, time: observed.time)
    }
    return .keep
  }
}
