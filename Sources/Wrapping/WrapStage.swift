public import Bytes
import DecisionEvent
public import EventJSON
public import Stages

/// Lets every event through that a foreign command wrote, and nothing that is none or could pass
/// for a frame's line.
public struct WrapStage: ~Copyable, Stage {
  private let time: Operand
  private let isObserving: Bool
  private let reservedSlot: Int
  private var reader: EventReader
  /// The times and unknown outcomes of what was let through, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage that with `observing` also notes what statistics tell.
  public init(observing: Bool) {
    var query = EventQuery()
    // What is only observed must not make a line malformed that would pass without --stats.
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    isObserving = observing
    reservedSlot = query.slot(ofMember: "_kt_stream")
    reader = query.makeReader()
  }

  /// Validates the line whole.
  ///
  /// - Throws: what is wrong with the line, and at which byte.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    let reserved = reader.table[reservedSlot]
    guard reserved.kind == .absent else {
      throw JSONProblem(
        .reservedMember, at: reserved.isString ? reserved.start - 1 : reserved.start)
    }
    if isObserving { observation.note(line, readBy: &reader, time: time) }
    return .keep
  }
}
