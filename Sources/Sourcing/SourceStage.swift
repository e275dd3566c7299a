public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Lets the events of a window of time through, and no line that could pass for a frame's.
public struct SourceStage: ~Copyable, Stage {
  private let window: TimeWindow
  private let time: Operand
  private let isObserving: Bool
  private let reservedSlot: Int
  private var reader: EventReader
  /// The times and unknown outcomes of what was let through, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage for a window; with `observing`, it also notes what statistics tell.
  public init(window: TimeWindow, dictionary: EventDictionary, observing: Bool) {
    self.window = window
    var query = EventQuery(dictionary)
    // Without a window no time is read, and a doubled one is no business of the source.
    let readsTime = observing || !window.isUnbounded
    time = readsTime ? query.operand(.timestamp, observing: window.isUnbounded) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    isObserving = observing
    reservedSlot = query.slot(ofMember: "_kt_stream")
    reader = query.makeReader()
  }

  /// Validates the event whole, and decides it by its time.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    let reserved = reader.table[reservedSlot]
    guard reserved.kind == .absent else {
      throw JSONProblem(
        .reservedMember, at: reserved.isString ? reserved.start - 1 : reserved.start)
    }
    if !window.isUnbounded {
      guard let moment = reader.time(of: time, in: line), window.contains(moment) else {
        return .drop
      }
    }
    if isObserving {
      observation.note(line, readBy: &reader, time: time)
    }
    return .keep
  }
}
