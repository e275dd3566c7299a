import Bytes
import EventJSON
import TestSupport

/// What one scan of a line gave.
struct Scanned: Equatable {
  /// Each path's text as it stands in the line, nil for an absent one.
  var texts: [String?] = []
  /// Each path's kind.
  var kinds: [Field.Kind] = []
  /// The elements found: `slot:index:text`.
  var elements: [String] = []
}

/// Scans a line for paths; those in `observing` tolerate doubled members.
func scan(
  _ line: [UInt8], _ paths: [String] = [], observing: [String] = []
) throws -> Scanned {
  var builder = LookupBuilder()
  var slots: [Int] = []
  for path in paths { slots.append(builder.slot(for: try FieldPath(path))) }
  for path in observing {
    slots.append(builder.slot(for: try FieldPath(path), refusingDuplicates: false))
  }
  let lookup = builder.finish()
  var table = lookup.makeTable()
  try lookup.scan(line.span, into: &table)
  func spelled(_ field: Field) -> String {
    String(decoding: line[field.start..<field.end], as: UTF8.self)
  }
  var scanned = Scanned()
  for slot in slots {
    let field = table[slot]
    scanned.kinds.append(field.kind)
    scanned.texts.append(field.kind == .absent ? nil : spelled(field))
  }
  scanned.elements = table.elements.map { "\($0.slot):\($0.index):\(spelled($0.field))" }
  return scanned
}

/// Scans a text.
func scan(_ line: String, _ paths: [String] = [], observing: [String] = []) throws -> Scanned {
  try scan(Array(line.utf8), paths, observing: observing)
}

/// What is wrong with a line, or nil.
func problem(_ line: [UInt8], _ paths: [String] = [], observing: [String] = []) -> JSONProblem? {
  do {
    _ = try scan(line, paths, observing: observing)
    return nil
  } catch {
    return error as? JSONProblem
  }
}

/// What is wrong with a text, or nil.
func problem(_ line: String, _ paths: [String] = [], observing: [String] = []) -> JSONProblem? {
  problem(Array(line.utf8), paths, observing: observing)
}
