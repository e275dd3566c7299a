import DecisionEvent
import EventJSON
import Stages

/// Validates events and finds what was asked for, and observes them where that is wanted.
struct EventScan: ~Copyable {
  /// What was found in the event that was read last.
  var reader: EventReader
  private let time: Operand
  private let reservedSlot: Int?
  private let isObserving: Bool
  /// The times and unknown outcomes of what was read, where they are wanted.
  private(set) var observation = Observation()

  /// A scan for all that `query` was asked for; with `observing`, it also notes what statistics tell.
  init(_ query: EventQuery, from input: FormatInput, observing: Bool) {
    var query = query
    // What is only observed must not make a line malformed that would pass without --stats.
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    reservedSlot = Self.reservedSlot(of: input, &query)
    isObserving = observing
    reader = query.makeReader()
  }

  /// Validates the line whole.
  mutating func read(_ line: Span<UInt8>) throws(JSONProblem) {
    try reader.scan(line)
    if let reservedSlot { try Self.check(reader.table[reservedSlot]) }
    if isObserving { observation.note(line, readBy: &reader, time: time) }
  }

  // An element of an array becomes a line, and must not be taken for a frame's: what kt-source
  // refuses is refused here as well. Lines were told from frames' lines when they were read.

  /// The slot of the member that events must not have; nil where frames' lines are none of them.
  private static func reservedSlot(of input: FormatInput, _ query: inout EventQuery) -> Int? {
    switch input {
    case .lines, .table: nil
    case .containers: query.slot(ofMember: "_kt_stream")
    }
  }

  /// Refuses an event that has it.
  private static func check(_ reserved: Field) throws(JSONProblem) {
    guard reserved.kind == .absent else {
      throw JSONProblem(
        .reservedMember, at: reserved.isString ? reserved.start - 1 : reserved.start)
    }
  }
}
