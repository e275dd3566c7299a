import Bytes
import DecisionEvent
import EventJSON

// Attributes that are lists: the policies, and the texts as messages.
extension OTLPFormat {
  mutating func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    var isFirst = true
    _ = reader.anyPolicy(line) { reader, policy in
      if isFirst {
        writer.beginPair("kt.policies", "arrayValue", into: &output)
        writer.beginList(into: &output)
      }
      isFirst = false
      writer.beginPairs(into: &output)
      appendPair("name", policy.name, line, into: &output)
      if policy.verdict.isScalar {
        writer.beginPair("verdict", into: &output)
        appendWord(reader.outcomeWord(policy.verdict, line), policy.verdict, line, into: &output)
        writer.endPair(into: &output)
      }
      appendPair("reason", policy.reason, line, into: &output)
      writer.endPairs(into: &output)
      return false
    }
    guard !isFirst else { return }
    writer.endList(into: &output)
    writer.endPair(into: &output)
  }

  private mutating func appendPair(
    _ key: StaticString, _ field: Field, _ line: Span<UInt8>, into output: inout Output
  ) {
    if field.isScalar { writer.pair(key, field, of: line, into: &output) }
  }

  /// The texts as messages of one part each (JSON schemas of `gen_ai.input.messages` and
  /// `gen_ai.output.messages`).
  ///
  /// Why the model stopped is required and not told: it is `content_filter` where the event was
  /// blocked, and else `unknown`.
  mutating func appendTexts(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    if let text = mapper.takeString(mapper.facts.input, reader) {
      beginMessage("gen_ai.input.messages", text, from: "user", line, into: &output)
      endMessage(into: &output)
    }
    if let text = mapper.takeString(mapper.facts.output, reader) {
      let isBlocked = reader.outcome(in: line)?.known == .blocked
      beginMessage("gen_ai.output.messages", text, from: "assistant", line, into: &output)
      writer.pair(
        "finish_reason", constant: isBlocked ? "content_filter" : "unknown", into: &output)
      endMessage(into: &output)
    }
  }

  /// Begins an attribute that is a list of one message, and writes its role and its text.
  private mutating func beginMessage(
    _ key: StaticString, _ text: Field, from role: StaticString, _ line: Span<UInt8>,
    into output: inout Output
  ) {
    writer.beginPair(key, "arrayValue", into: &output)
    writer.beginList(into: &output)
    writer.beginPairs(into: &output)
    writer.pair("role", constant: role, into: &output)
    writer.beginPair("parts", "arrayValue", into: &output)
    writer.beginList(into: &output)
    writer.beginPairs(into: &output)
    writer.pair("type", constant: "text", into: &output)
    writer.pair("content", text, of: line, into: &output)
    endMessage(into: &output)
  }

  /// Ends the only pairs of a list, the list, and the pair that it is the value of.
  private mutating func endMessage(into output: inout Output) {
    writer.endPairs(into: &output)
    writer.endList(into: &output)
    writer.endPair(into: &output)
  }
}
