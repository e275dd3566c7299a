import Bytes
import DecisionEvent
import EventJSON

/// Reads the times of events, before anything else is known of them.
struct EventClock: ~Copyable {
  private let time: Operand
  private var reader: EventReader

  /// A clock that finds times under a dictionary's names.
  init(_ dictionary: EventDictionary) {
    var query = EventQuery(dictionary)
    time = query.operand(.timestamp)
    reader = query.makeReader()
  }

  /// The event's time; nil where it has none, or is malformed, which is told by others.
  mutating func time(of event: Span<UInt8>) -> Timestamp? {
    do throws(JSONProblem) {
      try reader.scan(event)
    } catch {
      return nil
    }
    return reader.time(of: time, in: event)
  }
}
