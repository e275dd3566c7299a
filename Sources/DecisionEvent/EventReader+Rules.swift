import Bytes
import EventJSON

// How the values of single fields are taken (spec/events.md, "Dictionary").
extension EventReader {
  mutating func address(
    _ slots: [Int], _ stringSlot: Int, _ line: Span<UInt8>,
    _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    for slot in slots where table[slot].isScalar {
      let field = table[slot]
      if slot == stringSlot, !isAddress(field, line) { continue }
      return withText(field, line, body)
    }
    return false
  }

  mutating func isAddress(_ field: Field, _ line: Span<UInt8>) -> Bool {
    withText(field, line) { _, text in
      ByteScan.firstIndex(of: UInt8(ascii: "@"), in: text, from: 0) != nil
    }
  }

  mutating func type(
    _ slots: [Int], _ eventTypeSlot: Int, _ line: Span<UInt8>,
    _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    for slot in slots where table[slot].isScalar {
      if slot == eventTypeSlot, eventTypeOutcome(table[slot], line) != nil { continue }
      return withText(table[slot], line, body)
    }
    return false
  }

  /// The outcome that an `event_type` of shape F stands for, or nil for a real type.
  mutating func eventTypeOutcome(_ field: Field, _ line: Span<UInt8>) -> Outcome? {
    var outcome: Outcome?
    _ = withText(field, line) { kind, text in
      let isOutcome =
        kind == .string
        && (ByteScan.equals(text, "request") || ByteScan.equals(text, "blocked")
          || ByteScan.equals(text, "escalated") || ByteScan.equals(text, "redacted"))
      if isOutcome { outcome = Outcome(text) }
      return isOutcome
    }
    return outcome
  }

  mutating func team(
    _ slots: [Int], _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    let prefix: StaticString = "team_"
    return withText(firstScalar(slots), line) { kind, text in
      if body(kind, text) { return true }
      guard ByteScan.hasWord(text, at: 0, prefix) else { return false }
      return body(kind, text.extracting(prefix.utf8CodeUnitCount..<text.count))
    }
  }

  mutating func provider(
    _ operand: Operand, _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    let own = firstScalar(operand.slots)
    if own.kind != .absent { return withText(own, line, body) }
    return withText(firstScalar(operand.fallback), line) { kind, text in
      guard let slash = ByteScan.firstIndex(of: .slash, in: text, from: 0) else { return false }
      return body(kind, text.extracting(0..<slash))
    }
  }

  /// `openai/gpt-4o`, whether the event has it in one member or in two.
  mutating func modelWithProvider(
    _ operand: Operand, _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    let model = firstScalar(operand.slots)
    let provider = firstScalar(operand.fallback)
    if withText(
      model, line,
      { kind, text in
        ByteScan.firstIndex(of: .slash, in: text, from: 0) != nil && body(kind, text)
      })
    {
      return true
    }
    guard model.kind != .absent, provider.kind != .absent else { return false }
    scratch.removeAll()
    append(provider, of: line)
    scratch.append(.slash)
    append(model, of: line)
    return body(.string, scratch.bytes)
  }

  private mutating func append(_ field: Field, of line: Span<UInt8>) {
    StringEscapes.decode(line, field.start, field.end, into: &scratch)
  }
}
