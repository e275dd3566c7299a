import Bytes
import DecisionEvent
import EventJSON

// The model's fields, the policies, what ECS has no field for, and all the rest.
extension ECSDocument {
  mutating func appendGenAI(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    appendText(facts.provider, line, &reader, .genAI, "system", &writer, &output)
    appendText(facts.model, line, &reader, .genAIRequest, "model", &writer, &output)
    copyLong(facts.inputTokens, line, reader, .genAIUsage, "input_tokens", &writer, &output)
    copyLong(facts.outputTokens, line, reader, .genAIUsage, "output_tokens", &writer, &output)
    if let text = reader.value(of: facts.input), text.isString {
      writer.field(.genAIInput, "messages", &output)
      copyMessage(text, of: "user", line, &writer.json, &output)
    }
    if let text = reader.value(of: facts.output), text.isString {
      writer.field(.genAIOutput, "messages", &output)
      copyMessage(text, of: "assistant", line, &writer.json, &output)
    }
  }

  /// Copies a text as the only part of the only message (OpenTelemetry, "GenAI input messages").
  private mutating func copyMessage(
    _ text: Field, of role: StaticString, _ line: Span<UInt8>, _ json: inout JSONWriter,
    _ output: inout Output
  ) {
    json.beginArray(into: &output)
    json.beginObject(into: &output)
    json.member("role", constant: role, into: &output)
    json.beginArray("parts", into: &output)
    json.beginObject(into: &output)
    json.member("type", constant: "text", into: &output)
    json.member("content", value: text, of: line, into: &output)
    json.endObject(into: &output)
    json.endArray(into: &output)
    json.endObject(into: &output)
    json.endArray(into: &output)
    copied.insert(text)
  }

  /// The names of the policies that did more than let the event pass.
  mutating func appendRules(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    var isOpen = false
    _ = reader.anyPolicy(line) { reader, policy in
      guard let outcome = reader.outcomeWord(policy.verdict, line), outcome != .allowed,
        policy.name.isScalar
      else { return false }
      if !isOpen {
        writer.field(.rule, "name", &output)
        writer.json.beginArray(into: &output)
        isOpen = true
      }
      writer.json.value(policy.name, of: line, into: &output)
      return false
    }
    if isOpen { writer.json.endArray(into: &output) }
  }

  /// What ECS has no field for.
  mutating func appendOwn(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    appendText(facts.type, line, &reader, .kt, "type", &writer, &output)
    appendText(facts.team, line, &reader, .kt, "team", &writer, &output)
    copy(facts.conversation, line, reader, .kt, "conversation", &writer, &output)
    copy(configVersion, line, reader, .kt, "config_version", &writer, &output)
    if let cost = reader.scalar(of: cost), cost.kind == .number {
      copy(cost, line, .kt, "cost", &writer, &output)
    }
    appendPolicies(line, &reader, &writer, &output)
    appendTexts(citations, line, &reader, .kt, "citations", &writer, &output)
    if let escalation = reader.value(of: escalation), escalation.kind == .object {
      copy(escalation, line, .kt, "escalation", &writer, &output)
    }
    copy(facts.inputHash, line, reader, .ktHashes, "input", &writer, &output)
    copy(outputHash, line, reader, .ktHashes, "output", &writer, &output)
  }

  private func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    var isOpen = false
    _ = reader.anyPolicy(line) { reader, policy in
      if !isOpen {
        writer.field(.kt, "policies", &output)
        writer.json.beginArray(into: &output)
        isOpen = true
      }
      let verdict = reader.outcomeWord(policy.verdict, line)
      Self.append(policy, verdict, line, &writer, &output)
      return false
    }
    if isOpen { writer.json.endArray(into: &output) }
  }

  private static func append(
    _ policy: Policy, _ verdict: Outcome?, _ line: Span<UInt8>, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    writer.json.beginObject(into: &output)
    if policy.name.isScalar {
      writer.json.member("name", value: policy.name, of: line, into: &output)
    }
    if policy.verdict.isScalar {
      writer.json.key("verdict", into: &output)
      if let verdict {
        writer.json.outcome(verdict, into: &output)
      } else {
        writer.json.value(policy.verdict, of: line, into: &output)
      }
    }
    if policy.reason.isScalar {
      writer.json.member("reason", value: policy.reason, of: line, into: &output)
    }
    writer.json.endObject(into: &output)
  }

  /// The members of the event that do not stand elsewhere as they are spelled, byte for byte.
  mutating func appendRest(
    _ line: Span<UInt8>, _ event: Field, _ writer: inout ECSWriter, _ output: inout Output
  ) {
    copied.finish()
    var members = MemberIterator(line, event)
    var isOpen = false
    while let (name, value) = members.next(line) {
      if isCopied(value, line) { continue }
      if !isOpen {
        writer.field(.kt, "event", &output)
        writer.json.beginObject(into: &output)
        isOpen = true
      }
      // The name, the colon and the white space between are copied with the value.
      let end = value.isString ? value.end + 1 : value.end
      writer.json.raw(line.extracting(name.start - 1..<end), into: &output)
    }
    if isOpen { writer.json.endObject(into: &output) }
  }

  /// Whether a value stands elsewhere, or all members of an object do.
  private func isCopied(_ value: Field, _ line: Span<UInt8>) -> Bool {
    if copied.contains(value) { return true }
    guard value.kind == .object else { return false }
    var members = MemberIterator(line, value)
    var isEmpty = true
    while let (_, inner) = members.next(line) {
      if !copied.contains(inner) { return false }
      isEmpty = false
    }
    return !isEmpty
  }
}
