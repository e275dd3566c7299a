import Bytes
import DecisionEvent
import EventJSON

/// What a mapping has carried over of one event, and how it takes values over.
///
/// A value is carried over when the other schema holds it whole, as it was spelled: a string as
/// a string, a whole number as a number. Only then it is left out of the rest.
struct EventMapper {
  let facts: EventFacts
  let keepsTexts: Bool
  private(set) var mapped = CarriedValues()

  /// A mapper that registers what it reads.
  init(_ query: inout EventQuery, keepsTexts: Bool) {
    facts = EventFacts(&query)
    self.keepsTexts = keepsTexts
  }

  /// Begins with the event that `reader` has scanned; without `keepsTexts` its texts are held back.
  mutating func begin(_ reader: borrowing EventReader) {
    mapped.removeAll()
    guard !keepsTexts else { return }
    reader.eachSource(of: facts.input) { mapped.insert($0) }
    reader.eachSource(of: facts.output) { mapped.insert($0) }
  }

  mutating func note(_ field: Field) { mapped.insert(field) }

  /// Ends the noting: what was not noted is the rest.
  mutating func finish() { mapped.finish() }

  /// Where the scalar stands that an operand takes; a string is noted as carried over.
  mutating func take(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader
  ) -> Field? {
    let field = reader.place(of: operand, in: line)
    guard field.isScalar else { return nil }
    if field.isString { mapped.insert(field) }
    return field
  }

  /// A count that another schema can hold: digits alone, at most `maximum`; noted as carried over.
  mutating func takeCount(
    _ operand: Operand, atMost maximum: Int, _ line: Span<UInt8>, _ reader: borrowing EventReader
  ) -> Int? {
    guard let field = reader.scalar(of: operand), field.kind == .number,
      field.end - field.start < 19
    else { return nil }
    var value = 0
    for offset in field.start..<field.end {
      guard line[offset].isDigit else { return nil }
      value = value * 10 + Int(line[offset] - .zero)
    }
    guard value <= maximum else { return nil }
    mapped.insert(field)
    return value
  }

  /// The string that an operand takes, or nil for other values; noted as carried over.
  mutating func takeString(_ operand: Operand, _ reader: borrowing EventReader) -> Field? {
    guard let field = reader.value(of: operand), field.isString else { return nil }
    mapped.insert(field)
    return field
  }

  /// Whether the event tells of a model: other records can share the stream.
  func hasModel(_ reader: borrowing EventReader) -> Bool {
    reader.scalar(of: facts.model) != nil || reader.scalar(of: facts.provider) != nil
  }

  /// Notes the model as carried over where its name and its provider are all that it says.
  mutating func noteModel(_ line: Span<UInt8>, _ reader: inout EventReader) {
    let own = reader.scalar(of: facts.provider)
    if let own, own.isString { mapped.insert(own) }
    guard let model = reader.scalar(of: facts.model), model.isString else { return }
    let isSplit = reader.anyText(of: model, in: line) { text in
      ByteScan.firstIndex(of: .slash, in: text, from: 0) != nil
    }
    // The provider inside of the model is not told where the event has another one beside it.
    if own == nil || !isSplit { mapped.insert(model) }
  }
}
