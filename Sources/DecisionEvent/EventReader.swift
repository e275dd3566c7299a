import Bytes
public import EventJSON

/// Reads the events of a stream through the dictionary: one scan a line, then values on demand.
///
/// Values are handed to a closure as kind and text: the text of a string is unescaped, that of
/// a number or boolean as spelled. Nothing is allocated for an event.
public struct EventReader: ~Copyable {
  private let lookup: Lookup
  /// Finds the policies of events whose outcome nothing else says; nil where `lookup` finds them.
  private let policyLookup: Lookup?
  let policies: PolicySlots
  let outcomeSlots: [Int]
  let eventTypeSlot: Int
  /// What the last scan found.
  public private(set) var table: FieldTable
  /// What `policyLookup` found, or nothing.
  private var policyTable: FieldTable
  var scratch = Output(capacity: 4096)

  init(
    lookup: Lookup, policyLookup: Lookup?, policies: PolicySlots, outcomeSlots: [Int],
    eventTypeSlot: Int
  ) {
    self.lookup = lookup
    self.policyLookup = policyLookup
    policyTable = (policyLookup ?? lookup).makeTable()
    self.policies = policies
    self.outcomeSlots = outcomeSlots
    self.eventTypeSlot = eventTypeSlot
    self.table = lookup.makeTable()
  }

  /// Validates a line and finds everything that the query asked for.
  ///
  /// - Throws: what is wrong, and at which byte: not RFC 8259 or UTF-8, too deep, or a member twice
  ///   that is read.
  public mutating func scan(_ line: Span<UInt8>) throws(JSONProblem) {
    try lookup.scan(line, into: &table)
    guard let policyLookup else { return }
    if outcomeField(line) == nil {
      try policyLookup.scan(line, into: &policyTable)
    } else {
      policyTable.clear()
    }
  }

  /// The table in which policies were found.
  var policiesFound: FieldTable { policyLookup == nil ? table : policyTable }

  /// Hands the operand's values to `body` until it answers true; whether it did.
  public mutating func anyValue(
    of operand: Operand, in line: Span<UInt8>,
    where body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    switch operand.rule {
    case .scalar:
      return withText(firstScalar(operand.slots), line, body)
    case .anything:
      return value(of: operand).map { raw($0, line, body) } ?? false
    case .address(let stringSlot):
      return address(operand.slots, stringSlot, line, body)
    case .type(let eventTypeSlot):
      return type(operand.slots, eventTypeSlot, line, body)
    case .team:
      return team(operand.slots, line, body)
    case .provider:
      return provider(operand, line, body)
    case .model:
      return withText(firstScalar(operand.slots), line) { kind, text in
        let slash = ByteScan.firstIndex(of: .slash, in: text, from: 0)
        return body(kind, text.extracting((slash.map { $0 + 1 } ?? 0)..<text.count))
      }
    case .modelWithProvider:
      return modelWithProvider(operand, line, body)
    case .outcome:
      return withOutcomeWord(line, body)
    case .policy(let part):
      return anyPolicy(line) { reader, policy in
        reader.withPolicyPart(part, policy, line, body)
      }
    case .elements, .rawElements:
      return anyElement(of: operand.slots, line, body)
    case .raw:
      return raw(table[operand.slots[0]], line, body)
    }
  }

  /// Whether the operand has a value: one that is not null, or for a raw path any at all.
  public mutating func exists(_ operand: Operand, in line: Span<UInt8>) -> Bool {
    switch operand.rule {
    case .raw: table[operand.slots[0]].kind != .absent
    case .rawElements: table.elements.contains { operand.slots.contains($0.slot) }
    case .elements:
      table.elements.contains { $0.field.kind != .null && operand.slots.contains($0.slot) }
    default: anyValue(of: operand, in: line) { _, _ in true }
    }
  }

  /// Where the operand's value stands, for operands that are read at one place.
  public func value(of operand: Operand) -> Field? {
    for slot in operand.slots where table[slot].kind != .absent && table[slot].kind != .null {
      return table[slot]
    }
    return nil
  }

  /// Where the scalar stands that the operand's value is, for operands that are one.
  public func scalar(of operand: Operand) -> Field? {
    let field = firstScalar(operand.slots)
    return field.kind == .absent ? nil : field
  }

  /// The operand's value as a time, where it is one.
  public mutating func time(of operand: Operand, in line: Span<UInt8>) -> Timestamp? {
    var time: Timestamp?
    _ = anyValue(of: operand, in: line) { kind, text in
      guard kind == .string else { return false }
      time = Timestamp(text)
      return true
    }
    return time
  }

  /// Hands the field's text to `body`; false where the field is absent.
  ///
  /// A string's kind is given as `.string` whether it had escapes or not.
  mutating func withText(
    _ field: Field, _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    switch field.kind {
    case .absent: return false
    case .escapedString:
      scratch.removeAll()
      StringEscapes.decode(line, field.start, field.end, into: &scratch)
      return body(.string, scratch.bytes)
    default:
      return body(field.kind, line.extracting(field.start..<field.end))
    }
  }

  func firstScalar(_ slots: [Int]) -> Field {
    // By indexes, as an iterator would count a reference for each value that is looked at.
    for index in slots.indices {
      let field = table[slots[index]]
      if field.isScalar { return field }
    }
    return .absent
  }

  /// A value as it stands, or each element where it is an array.
  private mutating func raw(
    _ field: Field, _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    guard field.kind == .array else { return withText(field, line, body) }
    var elements = ElementIterator(line, field)
    while let element = elements.next(line) {
      if withText(element, line, body) { return true }
    }
    return false
  }

  private mutating func anyElement(
    of slots: [Int], _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    for index in table.elements.indices where slots.contains(table.elements[index].slot) {
      let field = table.elements[index].field
      if field.kind != .object, raw(field, line, body) { return true }
    }
    return false
  }
}
