import Bytes
public import EventJSON

extension Operand {
  /// Whether the operand has as many values as its event has elements.
  public var isList: Bool {
    switch rule {
    case .policy, .elements, .rawElements: true
    default: false
    }
  }
}

// All values of an operand in their order, for those that write them.
extension EventReader {
  /// Hands the operand's value to `body`, or each one of a list.
  ///
  /// An element that lacks the part which is asked for is handed over as null, so that the lists of
  /// two parts are as long as each other. A container is not taken apart: see `container(of:)`.
  public mutating func eachValue(
    of operand: Operand, in line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Void
  ) {
    switch operand.rule {
    case .policy(let part):
      _ = anyPolicy(line) { reader, policy in
        let isThere = reader.withPolicyPart(part, policy, line) { kind, text in
          body(kind, text)
          return true
        }
        if !isThere { body(.null, line.extracting(0..<0)) }
        return false
      }
    case .elements:
      eachElement(of: operand.slots, alignedWith: operand.fallback, line, body)
    case .rawElements:
      for index in table.elements.indices where operand.slots[0] == table.elements[index].slot {
        hand(table.elements[index].field, line, body)
      }
    default:
      _ = anyValue(of: operand, in: line) { kind, text in
        body(kind, text)
        return true
      }
    }
  }

  /// Where the array or object stands that the operand's value is, or nil.
  public func container(of operand: Operand) -> Field? {
    switch operand.rule {
    case .anything, .raw:
      guard let field = value(of: operand), field.kind == .array || field.kind == .object else {
        return nil
      }
      return field
    default: return nil
    }
  }

  /// Where the value stands that the operand takes, or the absent field: nowhere for lists, for an
  /// outcome that only policies tell, and for a provider that only the model's name tells.
  public mutating func place(of operand: Operand, in line: Span<UInt8>) -> Field {
    switch operand.rule {
    case .policy, .elements, .rawElements, .modelWithProvider: return .absent
    case .anything, .raw: return value(of: operand) ?? .absent
    case .outcome: return outcomeField(line) ?? .absent
    case .scalar, .team, .provider, .model: return firstScalar(operand.slots)
    case .address(let stringSlot):
      for slot in operand.slots where table[slot].isScalar {
        if slot != stringSlot || isAddress(table[slot], line) { return table[slot] }
      }
      return .absent
    case .type(let eventTypeSlot):
      for slot in operand.slots where table[slot].isScalar {
        if slot != eventTypeSlot || eventTypeOutcome(table[slot], line) == nil {
          return table[slot]
        }
      }
      return .absent
    }
  }

  /// Hands on where each value stands that any of the operand's paths leads to, null left out; for
  /// paths through arrays, the outermost array.
  ///
  /// For who holds a fact back: under all its names, not only the one that is read.
  public func eachSource(of operand: Operand, _ body: (Field) -> Void) {
    for slot in operand.slots where table[slot].kind != .absent && table[slot].kind != .null {
      body(table[slot])
    }
    for element in table.elements
    where element.field.kind != .null && operand.slots.contains(element.slot) {
      body(Field(.array, element.array, element.array))
    }
  }

  /// One value for each element: of `slots`, or null where only `others` has one.
  private mutating func eachElement(
    of slots: [Int], alignedWith others: [Int], _ line: Span<UInt8>,
    _ body: (Field.Kind, Span<UInt8>) -> Void
  ) {
    var start = 0
    while start < table.elements.count {
      let end = endOfElement(at: start)
      let field = firstScalar(of: slots, in: start..<end)
      if field.kind != .absent || firstScalar(of: others, in: start..<end).kind != .absent {
        hand(field, line, body)
      }
      start = end
    }
  }

  /// Hands the scalars of two lists to `body` element by element, each where it is present.
  public func eachPair(
    of first: Operand, and second: Operand, _ body: (Field, Field) -> Void
  ) {
    var start = 0
    while start < table.elements.count {
      let end = endOfElement(at: start)
      let one = firstScalar(of: first.slots, in: start..<end)
      let other = firstScalar(of: second.slots, in: start..<end)
      if one.kind != .absent || other.kind != .absent { body(one, other) }
      start = end
    }
  }

  /// Hands the scalars of two lists to `body` for each element of theirs, one that has neither
  /// included.
  public mutating func eachElement(
    of first: Operand, and second: Operand, _ body: (inout EventReader, Field, Field) -> Void
  ) {
    var start = 0
    while start < table.elements.count {
      let end = endOfElement(at: start)
      if hasValue(of: first.slots, in: start..<end) || hasValue(of: second.slots, in: start..<end) {
        let one = firstScalar(of: first.slots, in: start..<end)
        let other = firstScalar(of: second.slots, in: start..<end)
        body(&self, one, other)
      }
      start = end
    }
  }

  private func hasValue(of slots: [Int], in range: Range<Int>) -> Bool {
    for index in range where slots.contains(table.elements[index].slot) { return true }
    return false
  }

  /// Behind the values of the element that begins at `start`: they stand side by side.
  private func endOfElement(at start: Int) -> Int {
    let first = table.elements[start]
    var end = start + 1
    while end < table.elements.count, table.elements[end].index == first.index,
      table.elements[end].array == first.array
    {
      end += 1
    }
    return end
  }

  private func firstScalar(of slots: [Int], in range: Range<Int>) -> Field {
    for slot in slots {
      for index in range {
        let element = table.elements[index]
        if element.slot == slot, element.field.isScalar { return element.field }
      }
    }
    return .absent
  }

  private mutating func hand(
    _ field: Field, _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Void
  ) {
    guard field.kind != .absent else { return body(.null, line.extracting(0..<0)) }
    _ = withText(field, line) { kind, text in
      body(kind, text)
      return true
    }
  }
}

// What stands at a raw path, null included.
extension EventReader {
  /// Where the value of a raw path without `[]` stands, or the absent field.
  public func rawPlace(of operand: Operand) -> Field {
    operand.slots.first.map { table[$0] } ?? .absent
  }

  /// Hands each value of a raw path with `[]` to `body`, whatever it is.
  public func eachRawElement(of operand: Operand, _ body: (Field) -> Void) {
    for element in table.elements where operand.slots.first == element.slot { body(element.field) }
  }
}
