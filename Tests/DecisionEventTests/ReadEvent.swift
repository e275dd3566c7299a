import Bytes
import DecisionEvent
import EventJSON
import TestSupport

/// Reads one operand of one event.
struct ReadEvent: ~Copyable {
  private let line: [UInt8]
  private var reader: EventReader
  private let operand: Operand

  init(
    _ event: String, map: String = "", observing: Bool = false,
    _ choose: (inout EventQuery) throws -> Operand
  ) throws {
    var dictionary = EventDictionary()
    try dictionary.add(map: map)
    var query = EventQuery(dictionary)
    let operand = try choose(&query)
    let line = Array(event.utf8)
    var reader = query.makeReader()
    try reader.scan(line.span)
    self.line = line
    self.reader = reader
    self.operand = operand
  }

  /// The texts of all values.
  mutating func values() -> [String] {
    var texts: [String] = []
    let line = line
    _ = reader.anyValue(of: operand, in: line.span) { _, value in
      texts.append(text(value))
      return false
    }
    return texts
  }

  /// Whether the operand has a value.
  mutating func exists() -> Bool {
    let line = line
    return reader.exists(operand, in: line.span)
  }

  /// The value as a time.
  mutating func time() -> Timestamp? {
    let line = line
    return reader.time(of: operand, in: line.span)
  }

  /// The event's outcome, its canonical word or the unknown one.
  mutating func outcome() -> String? {
    let line = line
    guard let outcome = reader.outcome(in: line.span) else { return nil }
    if let known = outcome.known { return known.name }
    return String(decoding: line[outcome.word.start..<outcome.word.end], as: UTF8.self)
  }

  /// The event's policies as `name=verdict`.
  mutating func policies() -> [String] {
    var texts: [String] = []
    let line = line
    func spelled(_ field: Field) -> String {
      field.isScalar ? String(decoding: line[field.start..<field.end], as: UTF8.self) : ""
    }
    _ = reader.anyPolicy(line.span) { _, policy in
      texts.append("\(spelled(policy.name))=\(spelled(policy.verdict))")
      return false
    }
    return texts
  }
}

/// The texts of a field's values, by the field's name.
func values(_ name: String, of event: String, map: String = "") throws -> [String] {
  var event = try ReadEvent(event, map: map) { query in
    if name.hasPrefix(".") { return query.operand(try FieldPath(name)) }
    guard let field = CanonicalField(name: name) else { throw UnknownName(name: name) }
    return query.operand(field)
  }
  return event.values()
}

/// A name in a test that is none.
struct UnknownName: Error {
  let name: String
}

/// The outcome of an event.
func outcome(of event: String, map: String = "") throws -> String? {
  var event = try ReadEvent(event, map: map) { $0.operand(.outcome) }
  return event.outcome()
}

/// The policies of an event as `name=verdict`.
func policies(of event: String, map: String = "") throws -> [String] {
  var event = try ReadEvent(event, map: map) { $0.operand(.policyVerdict) }
  return event.policies()
}
