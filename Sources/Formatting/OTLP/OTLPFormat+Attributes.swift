import Bytes
import DecisionEvent
import EventJSON

// The attributes of a record.
extension OTLPFormat {
  mutating func appendAttributes(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    if mapper.hasModel(reader) { appendModel(line, &reader, into: &output) }
    append("gen_ai.conversation.id", mapper.facts.conversation, line, &reader, into: &output)
    appendCount("gen_ai.usage.input_tokens", mapper.facts.inputTokens, line, &reader, into: &output)
    appendCount(
      "gen_ai.usage.output_tokens", mapper.facts.outputTokens, line, &reader, into: &output)
    if mapper.keepsTexts { appendTexts(line, &reader, into: &output) }
    append("user.id", mapper.facts.user, line, &reader, into: &output)
    append("user.email", mapper.facts.email, line, &reader, into: &output)
    appendRole(line, &reader, into: &output)
    append("kt.event.id", mapper.facts.id, line, &reader, into: &output)
    append("kt.event.type", mapper.facts.type, line, &reader, into: &output)
    append("kt.request.id", mapper.facts.requestID, line, &reader, into: &output)
    append("kt.team", mapper.facts.team, line, &reader, into: &output)
    append("kt.org", mapper.facts.organization, line, &reader, into: &output)
    appendOutcome(line, &reader, into: &output)
    append("kt.reason", mapper.facts.reason, line, &reader, into: &output)
    appendPolicies(line, &reader, into: &output)
    appendUnmapped(line, &reader, into: &output)
  }

  /// What the operation was, by the words of `gen_ai.operation.name` in 1.41.0.
  private static let operations: [StaticString] = [
    "chat", "create_agent", "embeddings", "execute_tool", "generate_content", "invoke_agent",
    "invoke_workflow", "retrieval", "text_completion",
  ]

  private mutating func appendModel(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    writer.beginPair("gen_ai.operation.name", into: &output)
    let isKnown = reader.anyValue(of: mapper.facts.type, in: line) { _, text in
      guard Self.operations.contains(where: { ByteScan.equals(text, $0) }) else { return false }
      writer.json.string(text, into: &output)
      return true
    }
    if !isKnown { writer.json.string(constant: "chat", into: &output) }
    writer.endPair(into: &output)
    appendProvider(line, &reader, into: &output)
    if reader.scalar(of: mapper.facts.model) != nil {
      writer.beginPair("gen_ai.request.model", into: &output)
      _ = appendText(mapper.facts.model, line, &reader, into: &output)
      writer.endPair(into: &output)
    }
    mapper.noteModel(line, &reader)
  }

  /// The provider by the convention's word, and as the event spells it where that is another.
  private mutating func appendProvider(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    var word: StaticString?
    _ = reader.anyValue(of: mapper.facts.provider, in: line) { _, text in
      word = GenAIProvider.word(for: text)
      return true
    }
    if word != nil {
      writer.beginPair("kt.provider", into: &output)
      _ = appendText(mapper.facts.provider, line, &reader, into: &output)
      writer.endPair(into: &output)
    }
    writer.beginPair("gen_ai.provider.name", into: &output)
    if let word {
      writer.json.string(constant: word, into: &output)
    } else if !appendText(mapper.facts.provider, line, &reader, into: &output) {
      writer.json.string(constant: "unknown", into: &output)
    }
    writer.endPair(into: &output)
  }

  /// Appends the text that an operand makes of its value; whether it has one.
  private mutating func appendText(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) -> Bool {
    reader.anyValue(of: operand, in: line) { _, text in
      writer.json.string(text, loneSurrogates: .spelled, controls: .numbered, into: &output)
      return true
    }
  }

  private mutating func appendCount(
    _ key: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    guard let count = mapper.takeCount(operand, atMost: .max, line, reader) else { return }
    writer.beginPair(key, "intValue", into: &output)
    writer.json.string(integer: count, into: &output)
    writer.endPair(into: &output)
  }

  private mutating func appendRole(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    guard let role = mapper.take(mapper.facts.role, line, &reader) else { return }
    writer.beginPair("user.roles", "arrayValue", into: &output)
    writer.beginList(into: &output)
    writer.json.beginObject(into: &output)
    writer.json.key("stringValue", into: &output)
    writer.string(role, of: line, into: &output)
    writer.json.endObject(into: &output)
    writer.endList(into: &output)
    writer.endPair(into: &output)
  }

  private mutating func appendOutcome(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    guard let outcome = reader.outcome(in: line) else { return }
    let isWhole = outcome.known.map { $0.isSpelled(by: outcome.word, in: line) } ?? true
    if outcome.word.isString, isWhole { mapper.note(outcome.word) }
    writer.beginPair("kt.outcome", into: &output)
    appendWord(outcome.known, outcome.word, line, into: &output)
    writer.endPair(into: &output)
  }

  /// Appends an outcome's canonical word, or the word itself where it has none.
  mutating func appendWord(
    _ known: Outcome?, _ word: Field, _ line: Span<UInt8>, into output: inout Output
  ) {
    if let known {
      writer.json.outcome(known, into: &output)
    } else {
      writer.string(word, of: line, into: &output)
    }
  }

  private mutating func appendUnmapped(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    mapper.finish()
    let event = UnmappedMembers.event(line)
    guard UnmappedMembers.isAnyLeft(line, in: event, mapper.mapped) else { return }
    writer.json.beginObject(into: &output)
    writer.json.member("key", constant: "kt.unmapped", into: &output)
    writer.json.key("value", into: &output)
    writer.write(rest: event, of: line, mapper.mapped, depth: 0, into: &output)
    writer.json.endObject(into: &output)
  }

  /// Appends an attribute with a scalar of the event as a string, where there is one.
  mutating func append(
    _ key: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    guard let field = mapper.take(operand, line, &reader) else { return }
    writer.pair(key, field, of: line, into: &output)
  }
}
