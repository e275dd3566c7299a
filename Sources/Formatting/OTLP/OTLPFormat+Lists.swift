import Bytes
import DecisionEvent
import EventJSON

// Attributes that are lists: the policies, and the texts as messages.
extension OTLPFormat {
  mutating func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    var isFirst = true
    _ = reader.anyPolicy(line) { reader, policy in
      if isFirst {
        Self.open("kt.policies", "arrayValue", to: &output)
        output.append(constant: #"{"values":["#)
      }
      isFirst = false
      output.separate()
      output.append(constant: #"{"kvlistValue":{"values":["#)
      Self.append("name", policy.name, line, to: &output)
      if policy.verdict.isScalar {
        Self.open("verdict", to: &output)
        Self.append(reader.outcomeWord(policy.verdict, line), policy.verdict, line, to: &output)
        output.append(constant: "}}")
      }
      Self.append("reason", policy.reason, line, to: &output)
      output.append(constant: "]}}")
      return false
    }
    if !isFirst { output.append(constant: "]}}}") }
  }

  private static func append(
    _ key: StaticString, _ field: Field, _ line: Span<UInt8>, to output: inout Output
  ) {
    guard field.isScalar else { return }
    open(key, to: &output)
    output.append(string: field, of: line, loneSurrogates: .spelled)
    output.append(constant: "}}")
  }

  /// The texts as messages of one part each (JSON schemas of `gen_ai.input.messages` and
  /// `gen_ai.output.messages`).
  ///
  /// Why the model stopped is required and not told: it is `content_filter` where the event was
  /// blocked, and else `unknown`.
  mutating func appendTexts(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    if let text = mapper.takeString(mapper.facts.input, reader) {
      Self.open("gen_ai.input.messages", "arrayValue", to: &output)
      Self.append(message: text, from: "user", line, to: &output)
      output.append(constant: "]}}]}}}")
    }
    if let text = mapper.takeString(mapper.facts.output, reader) {
      let isBlocked = reader.outcome(in: line)?.known == .blocked
      Self.open("gen_ai.output.messages", "arrayValue", to: &output)
      Self.append(message: text, from: "assistant", line, to: &output)
      Self.open("finish_reason", to: &output)
      output.append(constant: isBlocked ? "\"content_filter\"}}" : "\"unknown\"}}")
      output.append(constant: "]}}]}}}")
    }
  }

  /// Opens a list of one message, writes its role and its text, and leaves it open.
  private static func append(
    message text: Field, from role: StaticString, _ line: Span<UInt8>, to output: inout Output
  ) {
    output.append(constant: #"{"values":[{"kvlistValue":{"values":["#)
    open("role", to: &output)
    output.append(.quote)
    output.append(constant: role)
    output.append(constant: "\"}}")
    open("parts", "arrayValue", to: &output)
    output.append(constant: #"{"values":[{"kvlistValue":{"values":["#)
    open("type", to: &output)
    output.append(constant: "\"text\"}}")
    open("content", to: &output)
    output.append(string: text, of: line, loneSurrogates: .spelled)
    output.append(constant: "}}]}}]}}}")
  }
}
