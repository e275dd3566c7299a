import Bytes
public import EventJSON

/// One policy of an event: where its parts stand, each possibly absent.
public struct Policy: Sendable {
  /// Its name.
  public var name = Field.absent
  /// What it decided.
  public var verdict = Field.absent
  /// Why.
  public var reason = Field.absent
}

// Policies and the event's outcome (spec/events.md, "Dictionary" and "Verdicts").
extension EventReader {
  /// The event's outcome: the canonical one, or unknown with the word's place, or nil.
  public mutating func outcome(in line: Span<UInt8>) -> (known: Outcome?, word: Field)? {
    if let field = outcomeField(line) {
      return (outcomeWord(field, line), field)
    }
    var severest: Outcome?
    var unknown = Field.absent
    _ = anyPolicy(line) { reader, policy in
      if let outcome = reader.outcomeWord(policy.verdict, line) {
        severest = max(severest ?? outcome, outcome)
      } else if policy.verdict.isScalar {
        unknown = policy.verdict
      }
      return false
    }
    if let severest { return (severest, .absent) }
    return unknown.isScalar ? (nil, unknown) : nil
  }

  /// The member that says the outcome; `event_type` only says it in shape F.
  mutating func outcomeField(_ line: Span<UInt8>) -> Field? {
    for slot in outcomeSlots where table[slot].isScalar {
      let field = table[slot]
      if slot == eventTypeSlot, eventTypeOutcome(field, line) == nil { continue }
      return field
    }
    return nil
  }

  /// The canonical outcome that a field spells, or nil.
  public mutating func outcomeWord(_ field: Field, _ line: Span<UInt8>) -> Outcome? {
    guard field.isString else { return nil }
    var outcome: Outcome?
    _ = withText(field, line) { _, text in
      outcome = Outcome(text)
      return true
    }
    return outcome
  }

  /// Hands the outcome to `body` as its canonical word, or as it is spelled where it has none.
  mutating func withOutcomeWord(
    _ line: Span<UInt8>, _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    guard let outcome = outcome(in: line) else { return false }
    return withWord(outcome.known, outcome.word, line, body)
  }

  private mutating func withWord(
    _ known: Outcome?, _ word: Field, _ line: Span<UInt8>,
    _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    guard let known else { return withText(word, line, body) }
    scratch.removeAll()
    scratch.append(known.name)
    return body(.string, scratch.bytes)
  }

  mutating func withPolicyPart(
    _ part: Operand.PolicyPart, _ policy: Policy, _ line: Span<UInt8>,
    _ body: (Field.Kind, Span<UInt8>) -> Bool
  ) -> Bool {
    switch part {
    case .name: withText(policy.name, line, body)
    case .reason: withText(policy.reason, line, body)
    case .verdict: withWord(outcomeWord(policy.verdict, line), policy.verdict, line, body)
    }
  }

  /// Hands a field's text to `body`; false where there is none.
  public mutating func anyText(
    of field: Field, in line: Span<UInt8>, where body: (Span<UInt8>) -> Bool
  ) -> Bool {
    withText(field, line) { _, text in body(text) }
  }

  /// Hands the event's policies to `body` until it answers true; whether it did.
  ///
  /// What was found in one element of an array stands side by side, so this is linear in the
  /// number of policies.
  public mutating func anyPolicy(
    _ line: Span<UInt8>, where body: (inout EventReader, Policy) -> Bool
  ) -> Bool {
    let found = policiesFound
    let elements = found.elements
    var start = 0
    while start < elements.count {
      let first = elements[start]
      var end = start + 1
      while end < elements.count, elements[end].index == first.index,
        elements[end].array == first.array
      {
        end += 1
      }
      let policy = policy(of: elements[start..<end])
      if policy.name.isScalar || policy.verdict.isScalar, body(&self, policy) { return true }
      start = end
    }
    guard policies.single >= 0, found[policies.single].isScalar else { return false }
    let verdict = outcomeField(line) ?? .absent
    return body(&self, Policy(name: found[policies.single], verdict: verdict))
  }

  /// The policy that the values of one element make: each part by the first path of the
  /// dictionary that has it, whichever comes first in the line.
  private func policy(of elements: ArraySlice<FieldTable.Element>) -> Policy {
    var policy = Policy()
    var ranks = (name: Int.max, verdict: Int.max, reason: Int.max)
    for element in elements where element.field.isScalar {
      if let rank = policies.names.firstIndex(of: element.slot), rank < ranks.name {
        ranks.name = rank
        policy.name = element.field
      } else if let rank = policies.verdicts.firstIndex(of: element.slot), rank < ranks.verdict {
        ranks.verdict = rank
        policy.verdict = element.field
      } else if let rank = policies.reasons.firstIndex(of: element.slot), rank < ranks.reason {
        ranks.reason = rank
        policy.reason = element.field
      }
    }
    return policy
  }
}
