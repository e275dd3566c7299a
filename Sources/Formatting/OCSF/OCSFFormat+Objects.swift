import Bytes
import DecisionEvent
import EventJSON

// The objects of an API Activity, each with what the schema requires of it.
extension OCSFFormat {
  mutating func appendMetadata(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    json.beginObject("metadata", into: &output)
    json.member("version", constant: "1.8.0", into: &output)
    json.beginArray("profiles", into: &output)
    json.string(constant: "ai_operation", into: &output)
    json.string(constant: "security_control", into: &output)
    json.endArray(into: &output)
    json.beginObject("product", into: &output)
    json.member("name", constant: "AI gateway", into: &output)
    json.endObject(into: &output)
    append("uid", mapper.facts.id, line, &reader, into: &output)
    append("event_code", mapper.facts.type, line, &reader, into: &output)
    append("tenant_uid", mapper.facts.organization, line, &reader, into: &output)
    append("original_time", mapper.facts.time, line, &reader, into: &output)
    if reader.scalar(of: mapper.facts.gateway) != nil {
      json.beginObject("reporter", into: &output)
      append("uid", mapper.facts.gateway, line, &reader, into: &output)
      json.endObject(into: &output)
    }
    json.endObject(into: &output)
  }

  mutating func appendActor(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    json.beginObject("actor", into: &output)
    json.beginObject("user", into: &output)
    let isNamed = append("uid", mapper.facts.user, line, &reader, into: &output)
    let address = reader.place(of: mapper.facts.email, in: line)
    if address.kind == .string,
      MailAddress.isValid(line.extracting(address.start..<address.end))
    {
      if !isNamed { append("name", mapper.facts.email, line, &reader, into: &output) }
      append("email_addr", mapper.facts.email, line, &reader, into: &output)
    } else if !isNamed {
      json.member("name", constant: "unknown", into: &output)
    }
    if reader.scalar(of: mapper.facts.team) != nil {
      json.beginArray("groups", into: &output)
      json.beginObject(into: &output)
      append("name", mapper.facts.team, line, &reader, into: &output)
      json.endObject(into: &output)
      json.endArray(into: &output)
    }
    json.endObject(into: &output)
    json.endObject(into: &output)
  }

  mutating func appendAPI(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    json.beginObject("api", into: &output)
    if mapper.hasModel(reader) {
      json.member("operation", constant: "chat", into: &output)
    } else if !append("operation", mapper.facts.type, line, &reader, into: &output) {
      json.member("operation", constant: "unknown", into: &output)
    }
    if reader.scalar(of: mapper.facts.requestID) != nil {
      json.beginObject("request", into: &output)
      append("uid", mapper.facts.requestID, line, &reader, into: &output)
      json.endObject(into: &output)
    }
    if mapper.keepsTexts, let text = reader.value(of: mapper.facts.output) {
      mapper.note(text)
      json.beginObject("response", into: &output)
      json.member("data", value: text, of: line, into: &output)
      json.endObject(into: &output)
    }
    json.endObject(into: &output)
    json.beginObject("src_endpoint", into: &output)
    json.member("name", constant: "unknown", into: &output)
    json.endObject(into: &output)
  }

  /// The profile ai_operation.
  mutating func appendModel(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    if mapper.hasModel(reader) {
      json.beginObject("ai_model", into: &output)
      appendText("name", mapper.facts.model, line, &reader, into: &output)
      appendText("ai_provider", mapper.facts.provider, line, &reader, into: &output)
      json.endObject(into: &output)
      mapper.noteModel(line, &reader)
    }
    let limit = Int(Int32.max)
    let asked = mapper.takeCount(mapper.facts.inputTokens, atMost: limit, line, reader)
    let answered = mapper.takeCount(mapper.facts.outputTokens, atMost: limit, line, reader)
    let conversation = reader.scalar(of: mapper.facts.conversation)
    guard asked != nil || answered != nil || conversation != nil else { return }
    json.beginObject("message_context", into: &output)
    append("uid", mapper.facts.conversation, line, &reader, into: &output)
    json.beginObject("service", into: &output)
    appendText("name", mapper.facts.provider, line, &reader, into: &output)
    json.endObject(into: &output)
    if let asked { json.member("prompt_tokens", integer: asked, into: &output) }
    if let answered { json.member("completion_tokens", integer: answered, into: &output) }
    if let asked, let answered, asked + answered <= limit {
      json.member("total_tokens", integer: asked + answered, into: &output)
    }
    json.endObject(into: &output)
  }

  /// The input's hash, and with texts the input that it is the hash of.
  mutating func appendRawData(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    if let field = reader.scalar(of: mapper.facts.inputHash),
      let hash = ContentHash(field, in: line)
    {
      mapper.note(field)
      json.beginObject("raw_data_hash", into: &output)
      json.member("algorithm_id", integer: hash.algorithmID, into: &output)
      json.member("algorithm", constant: hash.algorithm, into: &output)
      json.member(
        "value", string: line.extracting(hash.start..<field.end), into: &output)
      json.endObject(into: &output)
    }
    if mapper.keepsTexts, let text = mapper.takeString(mapper.facts.input, reader) {
      json.member("raw_data", string: text, of: line, into: &output)
    }
  }

  /// Appends a scalar of the event as a string, where there is one; whether there was.
  @discardableResult
  private mutating func append(
    _ name: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) -> Bool {
    guard let field = mapper.take(operand, line, &reader) else { return false }
    json.member(name, string: field, of: line, into: &output)
    return true
  }

  /// Appends the text that an operand makes of its value, or `unknown`.
  private mutating func appendText(
    _ name: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    json.key(name, into: &output)
    let isThere = reader.anyValue(of: operand, in: line) { _, text in
      json.string(text, controls: .numbered, into: &output)
      return true
    }
    if !isThere { json.string(constant: "unknown", into: &output) }
  }
}
