import Bytes
import DecisionEvent
import Digests
import EventJSON
import Stages

/// What a part says of its events besides their leaves: number, bytes, times and counts of values
/// (spec/integrity.md, section 2.8).
struct EventFacts: ~Copyable {
  private var reader: EventReader
  private let time: Operand
  private let tallied: [Operand]
  private var tally: EventTally
  private var times: TimeRange?
  private var digest = StreamDigest()
  private var bytes = 0
  /// How many events were noted.
  private(set) var count = 0

  /// Facts of events that are read with a dictionary, counting the values of the fields named.
  init(tallying fields: [String], dictionary: EventDictionary) throws(Problem) {
    var query = EventQuery(dictionary)
    time = query.operand(.timestamp, observing: true)
    var operands: [Operand] = []
    for field in fields { operands.append(try Self.operand(field, in: &query)) }
    guard Set(fields).count == fields.count else {
      throw Problem(.usage, "--tally: a field is named twice")
    }
    tallied = operands
    tally = EventTally(fields: fields)
    reader = query.makeReader()
  }

  private static func operand(
    _ field: String, in query: inout EventQuery
  ) throws(Problem) -> Operand {
    do throws(FieldPath.Problem) {
      // A leading dot asks for the path and not for the field of the dictionary.
      if let known = CanonicalField(name: field) { return query.operand(known, observing: true) }
      return query.operand(try FieldPath(field))
    } catch {
      throw Problem(.usage, "--tally: \(Quoting.quoted(field)): \(error.reason)")
    }
  }

  /// Notes one more event, which goes on as `line` with a newline.
  mutating func note(_ line: Span<UInt8>) throws(EventFailure) {
    try reader.read(line)
    if let time = reader.time(of: time, in: line) {
      if times == nil {
        times = TimeRange(field: CanonicalField.timestamp.rawValue, time)
      } else {
        times?.note(time)
      }
    }
    for number in tallied.indices {
      guard Self.add(number, tallied[number], line, &reader, &tally) else {
        throw .stopped(
          Problem(
            .badInput,
            "--tally: \(Quoting.quoted(tally.fields[number])): more than "
              + "\(EventTally.maximumValues) values"))
      }
    }
    noteBytes(line)
  }

  /// What is wrong with a line as an event, where anything is.
  mutating func problem(of line: Span<UInt8>) -> JSONProblem? {
    do throws(JSONProblem) {
      try reader.scan(line)
      return nil
    } catch {
      return error
    }
  }

  /// Notes a line that is no event and is committed to all the same.
  mutating func note(refused line: Span<UInt8>) { noteBytes(line) }

  private mutating func noteBytes(_ line: Span<UInt8>) {
    digest.update(line)
    let newline: [UInt8] = [.newline]
    digest.update(newline.span)
    bytes += line.count + 1
    count += 1
  }

  /// Counts the values that the event has in a field.
  private static func add(
    _ number: Int, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ tally: inout EventTally
  ) -> Bool {
    var hasRoom = true
    _ = reader.anyValue(of: operand, in: line) { kind, text in
      if kind != .null { hasRoom = tally.add(text, of: number) }
      // The first spelling counts, so that the counts of a field add up to events.
      return !hasRoom || operand.isSingle
    }
    return hasRoom
  }

  /// The record of everything so far.
  func record(saltID: String, isFramed: Bool) -> PartRecord {
    PartRecord(
      count: count, bytes: bytes, sha256: digest.digest(), saltID: saltID, time: times,
      tally: tally, isFramed: isFramed)
  }
}
