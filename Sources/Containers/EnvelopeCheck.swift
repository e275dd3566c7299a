import Bytes
import EventJSON

/// Checks what surrounds the events of an envelope.
enum EnvelopeCheck {
  /// What is wrong with an envelope in which `[]` stands for the events; nil where nothing is.
  ///
  /// It must be one object without a second `events`. With an event's own id or time it could be
  /// an event that has a list of that name: then nobody can tell, and nothing is guessed.
  static func problem(in surroundings: Span<UInt8>) -> JSONProblem? {
    var builder = LookupBuilder()
    func slot(_ name: String) -> Int {
      builder.slot(for: FieldPath(segments: [.member(Array(name.utf8))]))
    }
    _ = slot("events")
    let own = [slot("event_id"), slot("timestamp")]
    let lookup = builder.finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(surroundings, into: &table)
    } catch {
      return error
    }
    for slot in own where table[slot].kind != .absent {
      return JSONProblem(.ambiguousContainer, at: table[slot].start)
    }
    return nil
  }
}
