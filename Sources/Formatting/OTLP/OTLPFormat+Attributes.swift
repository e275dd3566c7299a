import Bytes
import DecisionEvent
import EventJSON

// The attributes of a record.
extension OTLPFormat {
  mutating func appendAttributes(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    if mapper.hasModel(reader) { appendModel(line, &reader, to: &output) }
    append("gen_ai.conversation.id", mapper.facts.conversation, line, &reader, to: &output)
    appendCount("gen_ai.usage.input_tokens", mapper.facts.inputTokens, line, &reader, to: &output)
    appendCount("gen_ai.usage.output_tokens", mapper.facts.outputTokens, line, &reader, to: &output)
    if mapper.keepsTexts { appendTexts(line, &reader, to: &output) }
    append("user.id", mapper.facts.user, line, &reader, to: &output)
    append("user.email", mapper.facts.email, line, &reader, to: &output)
    appendRole(line, &reader, to: &output)
    append("kt.event.id", mapper.facts.id, line, &reader, to: &output)
    append("kt.event.type", mapper.facts.type, line, &reader, to: &output)
    append("kt.request.id", mapper.facts.requestID, line, &reader, to: &output)
    append("kt.team", mapper.facts.team, line, &reader, to: &output)
    append("kt.org", mapper.facts.organization, line, &reader, to: &output)
    appendOutcome(line, &reader, to: &output)
    append("kt.reason", mapper.facts.reason, line, &reader, to: &output)
    appendPolicies(line, &reader, to: &output)
    appendUnmapped(line, &reader, to: &output)
  }

  /// What the operation was, by the words of `gen_ai.operation.name` in 1.41.0.
  private static let operations: [StaticString] = [
    "chat", "create_agent", "embeddings", "execute_tool", "generate_content", "invoke_agent",
    "invoke_workflow", "retrieval", "text_completion",
  ]

  private mutating func appendModel(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    Self.open("gen_ai.operation.name", to: &output)
    output.append(.quote)
    let isKnown = reader.anyValue(of: mapper.facts.type, in: line) { _, text in
      guard Self.operations.contains(where: { ByteScan.equals(text, $0) }) else { return false }
      output.append(text)
      return true
    }
    if !isKnown { output.append(constant: "chat") }
    output.append(constant: "\"}}")
    Self.open("gen_ai.provider.name", to: &output)
    if !appendText(mapper.facts.provider, line, &reader, to: &output) {
      output.append(constant: "\"unknown\"")
    }
    output.append(constant: "}}")
    if reader.scalar(of: mapper.facts.model) != nil {
      Self.open("gen_ai.request.model", to: &output)
      _ = appendText(mapper.facts.model, line, &reader, to: &output)
      output.append(constant: "}}")
    }
    mapper.noteModel(line, &reader)
  }

  /// Appends the text that an operand makes of its value; whether it has one.
  private mutating func appendText(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) -> Bool {
    reader.anyValue(of: operand, in: line) { _, text in
      output.append(text: text, loneSurrogates: .spelled)
      return true
    }
  }

  private mutating func appendCount(
    _ key: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    guard let count = mapper.takeCount(operand, atMost: .max, line, reader) else { return }
    Self.open(key, "intValue", to: &output)
    output.append(.quote)
    output.append(decimal: count)
    output.append(constant: "\"}}")
  }

  private mutating func appendRole(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    guard let role = mapper.take(mapper.facts.role, line, &reader) else { return }
    Self.open("user.roles", "arrayValue", to: &output)
    output.append(constant: #"{"values":[{"stringValue":"#)
    output.append(string: role, of: line, loneSurrogates: .spelled)
    output.append(constant: "}]}}}")
  }

  private mutating func appendOutcome(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    guard let outcome = reader.outcome(in: line) else { return }
    let isWhole = outcome.known.map { $0.isSpelled(by: outcome.word, in: line) } ?? true
    if outcome.word.isString, isWhole { mapper.note(outcome.word) }
    Self.open("kt.outcome", to: &output)
    Self.append(outcome.known, outcome.word, line, to: &output)
    output.append(constant: "}}")
  }

  /// Appends an outcome's canonical word, or the word itself where it has none.
  static func append(
    _ known: Outcome?, _ word: Field, _ line: Span<UInt8>, to output: inout Output
  ) {
    guard let known else {
      return output.append(string: word, of: line, loneSurrogates: .spelled)
    }
    output.append(.quote)
    output.append(known.name)
    output.append(.quote)
  }

  private mutating func appendUnmapped(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let event = UnmappedMembers.event(line)
    guard UnmappedMembers.isAnyLeft(line, in: event, mapper.mapped) else { return }
    output.separate()
    output.append(constant: #"{"key":"kt.unmapped","value":"#)
    AnyValueWriter.append(rest: event, of: line, mapper.mapped, depth: 0, to: &output)
    output.append(.closeBrace)
  }

  /// Appends an attribute with a scalar of the event as a string, where there is one.
  mutating func append(
    _ key: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    guard let field = mapper.take(operand, line, &reader) else { return }
    Self.open(key, to: &output)
    output.append(string: field, of: line, loneSurrogates: .spelled)
    output.append(constant: "}}")
  }

  /// Opens an attribute up to its value of a type; two braces close it.
  static func open(
    _ key: StaticString, _ type: StaticString = "stringValue", to output: inout Output
  ) {
    output.separate()
    output.append(.openBrace)
    output.append(name: "key", word: key)
    output.append(object: "value")
    output.append(name: type)
  }
}
