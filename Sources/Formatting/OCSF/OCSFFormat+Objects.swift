import Bytes
import DecisionEvent
import EventJSON

// The objects of an API Activity, each with what the schema requires of it.
extension OCSFFormat {
  mutating func appendMetadata(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    output.append(object: "metadata")
    output.append(
      constant: """
        "version":"1.8.0","profiles":["ai_operation","security_control"],\
        "product":{"name":"AI gateway"}
        """)
    append("uid", mapper.facts.id, line, &reader, to: &output)
    append("event_code", mapper.facts.type, line, &reader, to: &output)
    append("tenant_uid", mapper.facts.organization, line, &reader, to: &output)
    append("original_time", mapper.facts.time, line, &reader, to: &output)
    if reader.scalar(of: mapper.facts.gateway) != nil {
      output.append(object: "reporter")
      append("uid", mapper.facts.gateway, line, &reader, to: &output)
      output.append(.closeBrace)
    }
    output.append(.closeBrace)
  }

  mutating func appendActor(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    output.append(constant: #","actor":{"user":{"#)
    let isNamed = append("uid", mapper.facts.user, line, &reader, to: &output)
    let address = reader.place(of: mapper.facts.email, in: line)
    if address.kind == .string,
      MailAddress.isValid(line.extracting(address.start..<address.end))
    {
      if !isNamed { append("name", mapper.facts.email, line, &reader, to: &output) }
      append("email_addr", mapper.facts.email, line, &reader, to: &output)
    } else if !isNamed {
      output.append(name: "name", word: "unknown")
    }
    if reader.scalar(of: mapper.facts.team) != nil {
      output.append(name: "groups")
      output.append(constant: "[{")
      append("name", mapper.facts.team, line, &reader, to: &output)
      output.append(constant: "}]")
    }
    output.append(constant: "}}")
  }

  mutating func appendAPI(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    output.append(object: "api")
    if mapper.hasModel(reader) {
      output.append(name: "operation", word: "chat")
    } else if !append("operation", mapper.facts.type, line, &reader, to: &output) {
      output.append(name: "operation", word: "unknown")
    }
    if reader.scalar(of: mapper.facts.requestID) != nil {
      output.append(object: "request")
      append("uid", mapper.facts.requestID, line, &reader, to: &output)
      output.append(.closeBrace)
    }
    if mapper.keepsTexts, let text = reader.value(of: mapper.facts.output) {
      mapper.note(text)
      output.append(object: "response")
      output.append(name: "data")
      output.append(value: text, of: line)
      output.append(.closeBrace)
    }
    output.append(constant: #"},"src_endpoint":{"name":"unknown"}"#)
  }

  /// The profile ai_operation.
  mutating func appendModel(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    if mapper.hasModel(reader) {
      output.append(object: "ai_model")
      appendText("name", mapper.facts.model, line, &reader, to: &output)
      appendText("ai_provider", mapper.facts.provider, line, &reader, to: &output)
      output.append(.closeBrace)
      mapper.noteModel(line, &reader)
    }
    let limit = Int(Int32.max)
    let asked = mapper.takeCount(mapper.facts.inputTokens, atMost: limit, line, reader)
    let answered = mapper.takeCount(mapper.facts.outputTokens, atMost: limit, line, reader)
    let conversation = reader.scalar(of: mapper.facts.conversation)
    guard asked != nil || answered != nil || conversation != nil else { return }
    output.append(object: "message_context")
    append("uid", mapper.facts.conversation, line, &reader, to: &output)
    output.append(object: "service")
    appendText("name", mapper.facts.provider, line, &reader, to: &output)
    output.append(.closeBrace)
    if let asked { output.append(name: "prompt_tokens", number: asked) }
    if let answered { output.append(name: "completion_tokens", number: answered) }
    if let asked, let answered, asked + answered <= limit {
      output.append(name: "total_tokens", number: asked + answered)
    }
    output.append(.closeBrace)
  }

  /// The input's hash, and with texts the input that it is the hash of.
  mutating func appendRawData(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    if let field = reader.scalar(of: mapper.facts.inputHash),
      let hash = ContentHash(field, in: line)
    {
      mapper.note(field)
      output.append(object: "raw_data_hash")
      output.append(name: "algorithm_id", number: hash.algorithmID)
      output.append(name: "algorithm", word: hash.algorithm)
      output.append(name: "value")
      output.append(.quote)
      output.append(line.extracting(hash.start..<field.end))
      output.append(constant: "\"}")
    }
    if mapper.keepsTexts, let text = mapper.takeString(mapper.facts.input, reader) {
      output.append(name: "raw_data")
      output.append(string: text, of: line)
    }
  }

  /// Appends a scalar of the event as a string, where there is one; whether there was.
  @discardableResult
  private mutating func append(
    _ name: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) -> Bool {
    guard let field = mapper.take(operand, line, &reader) else { return false }
    output.append(name: name)
    output.append(string: field, of: line)
    return true
  }

  /// Appends the text that an operand makes of its value, or `unknown`.
  private mutating func appendText(
    _ name: StaticString, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    output.append(name: name)
    let isThere = reader.anyValue(of: operand, in: line) { _, text in
      output.append(text: text)
      return true
    }
    if !isThere { output.append(constant: "\"unknown\"") }
  }
}
