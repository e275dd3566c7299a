import Bytes
import DecisionEvent
import Digests
import EventJSON

/// Hands the facts and texts of an event to a sink, in the order in which a transcript tells them.
struct TurnReader: ~Copyable {
  private let conversation: Operand
  private let heading, usage, escalation, identity: [(fact: TurnFact, operand: Operand)]
  private let reason, input, output: Operand
  private let citations, versions: Operand
  private var scratch = Output(capacity: 4096)
  private var name = Output(capacity: 256)

  /// A reader of everything that transcripts tell, added to `query`.
  init(_ query: inout EventQuery) {
    conversation = query.operand(.conversation)
    heading = Self.facts(
      [
        (.time, .timestamp), (.responseTime, .responseTimestamp), (.user, .user),
        (.email, .userEmail), (.role, .userRole), (.team, .team), (.organization, .organization),
        (.model, .model), (.provider, .provider),
      ], &query)
    usage = Self.facts(
      [
        (.inputTokens, .inputTokens), (.outputTokens, .outputTokens), (.cost, .cost),
        (.latency, .latency),
      ], &query)
    escalation = Self.facts(
      [
        (.reviewer, .escalationReviewer), (.decision, .escalationDecision),
        (.decisionTime, .escalationTime),
      ], &query)
    identity = Self.facts(
      [
        (.id, .id), (.type, .type), (.gateway, .gateway), (.configVersion, .configVersion),
        (.requestID, .requestID), (.inputHash, .inputHash), (.outputHash, .outputHash),
      ], &query)
    reason = query.operand(.reason)
    input = query.operand(.input)
    output = query.operand(.output)
    citations = query.operand(.citations)
    versions = query.operand(.citationVersion)
    _ = query.operand(.policyName)
    _ = query.operand(.outcome)
  }

  private static func facts(
    _ fields: [(TurnFact, CanonicalField)], _ query: inout EventQuery
  ) -> [(fact: TurnFact, operand: Operand)] {
    fields.map { ($0, query.operand($1)) }
  }

  /// What the event that `reader` has just scanned says of its conversation.
  mutating func heading(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ record: ConversationRecord, number: Int
  ) -> ConversationHeading {
    func text(_ operand: Operand?) -> [UInt8] {
      var bytes: [UInt8] = []
      guard let operand else { return bytes }
      _ = reader.anyValue(of: operand, in: line) { kind, text in
        if kind != .null { bytes = Array(copying: text) }
        return true
      }
      return bytes
    }
    func fact(_ fact: TurnFact) -> [UInt8] {
      text((heading + identity).first { $0.fact == fact }?.operand)
    }
    return ConversationHeading(
      number: number, identifier: record.part == 0 ? [] : text(conversation), part: record.part,
      turns: record.turns, outcome: record.outcome, event: fact(.id), time: fact(.time),
      user: fact(.user), team: fact(.team))
  }

  /// Hands the `number`th turn of a conversation over.
  mutating func read<Sink: TranscriptSink & ~Copyable>(
    _ line: Span<UInt8>, _ reader: inout EventReader, number: Int, to sink: inout Sink,
    into output: inout Output
  ) {
    let outcome = reader.outcome(in: line)
    sink.beginTurn(number, outcome: outcome?.known, into: &output)
    hand(.heading, heading, line, &reader, &sink, &output)
    handText(.prompt, input, line, &reader, &sink, &output)
    handText(.answer, self.output, line, &reader, &sink, &output)
    handDecision(outcome, line, &reader, &sink, &output)
    handPolicies(line, &reader, &sink, &output)
    handCitations(line, &reader, &sink, &output)
    hand(.usage, usage, line, &reader, &sink, &output)
    hand(.escalation, escalation, line, &reader, &sink, &output)
    handIdentity(line, &reader, &sink, &output)
    sink.endTurn(into: &output)
  }

  /// Hands over those facts of a section that the event tells.
  private mutating func hand<Sink: TranscriptSink & ~Copyable>(
    _ section: TurnSection, _ facts: [(fact: TurnFact, operand: Operand)], _ line: Span<UInt8>,
    _ reader: inout EventReader, _ sink: inout Sink, _ output: inout Output
  ) {
    var isOpen = false
    name.removeAll()
    for (fact, operand) in facts {
      Self.hand(operand, line, &reader) { text in
        // A user who is an address is told once.
        if fact == .email, Self.holds(name, text) { return }
        if fact == .user { Self.keep(text, in: &name) }
        if !isOpen { sink.begin(section, into: &output) }
        isOpen = true
        sink.write(fact, text, into: &output)
      }
    }
    if isOpen { sink.end(section, into: &output) }
  }

  private static func holds(_ block: borrowing Output, _ text: Span<UInt8>) -> Bool {
    let bytes = block.bytes
    return ByteScan.equal(bytes, 0, bytes.count, text)
  }

  private static func keep(_ text: Span<UInt8>, in block: inout Output) {
    block.removeAll()
    block.append(text)
  }

  private static func hand(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ body: (Span<UInt8>) -> Void
  ) {
    _ = reader.anyValue(of: operand, in: line) { kind, text in
      if kind != .null, !text.isEmpty { body(text) }
      return true
    }
  }

  private func handText<Sink: TranscriptSink & ~Copyable>(
    _ text: TurnText, _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ sink: inout Sink, _ output: inout Output
  ) {
    if let container = reader.container(of: operand) {
      let json = line.extracting(container.start..<container.end)
      return sink.write(text, json, isJSON: true, into: &output)
    }
    _ = reader.anyValue(of: operand, in: line) { kind, content in
      if kind != .null { sink.write(text, content, isJSON: false, into: &output) }
      return true
    }
  }

  private mutating func handDecision<Sink: TranscriptSink & ~Copyable>(
    _ outcome: (known: Outcome?, word: Field)?, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ sink: inout Sink, _ output: inout Output
  ) {
    sink.begin(.decision, into: &output)
    if let known = outcome?.known {
      Self.write(.outcome, known.name, &scratch, &sink, &output)
    } else if let word = outcome?.word {
      _ = reader.anyText(of: word, in: line) { text in
        sink.write(.outcome, text, into: &output)
        return true
      }
    } else {
      Self.write(.outcome, "not recorded", &scratch, &sink, &output)
    }
    Self.hand(reason, line, &reader) { sink.write(.reason, $0, into: &output) }
    sink.end(.decision, into: &output)
  }

  private static func write<Sink: TranscriptSink & ~Copyable>(
    _ fact: TurnFact, _ text: String, _ scratch: inout Output, _ sink: inout Sink,
    _ output: inout Output
  ) {
    scratch.removeAll()
    scratch.append(text)
    sink.write(fact, scratch.bytes, into: &output)
  }

  private mutating func handPolicies<Sink: TranscriptSink & ~Copyable>(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ sink: inout Sink,
    _ output: inout Output
  ) {
    _ = reader.anyPolicy(line) { reader, policy in
      var isOpen = false
      for (fact, field) in [
        (TurnFact.policyName, policy.name), (.policyVerdict, policy.verdict),
        (.policyReason, policy.reason),
      ] where field.isScalar && field.kind != .null {
        if !isOpen { sink.begin(.policy, into: &output) }
        isOpen = true
        if fact == .policyVerdict, let outcome = reader.outcomeWord(field, line) {
          Self.write(fact, outcome.name, &scratch, &sink, &output)
          continue
        }
        Self.write(fact, field, line, &reader, &sink, &output)
      }
      if isOpen { sink.end(.policy, into: &output) }
      return false
    }
  }

  private static func write<Sink: TranscriptSink & ~Copyable>(
    _ fact: TurnFact, _ field: Field, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ sink: inout Sink, _ output: inout Output
  ) {
    _ = reader.anyText(of: field, in: line) { text in
      sink.write(fact, text, into: &output)
      return true
    }
  }

  private mutating func handCitations<Sink: TranscriptSink & ~Copyable>(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ sink: inout Sink,
    _ output: inout Output
  ) {
    var pairs: [(Field, Field)] = []
    reader.eachPair(of: citations, and: versions) { pairs.append(($0, $1)) }
    for (asset, version) in pairs {
      let parts = [(TurnFact.citation, asset), (.citationVersion, version)]
        .filter { $0.1.isScalar && $0.1.kind != .null }
      guard !parts.isEmpty else { continue }
      sink.begin(.citation, into: &output)
      for (fact, field) in parts { Self.write(fact, field, line, &reader, &sink, &output) }
      sink.end(.citation, into: &output)
    }
  }

  private mutating func handIdentity<Sink: TranscriptSink & ~Copyable>(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ sink: inout Sink,
    _ output: inout Output
  ) {
    sink.begin(.identity, into: &output)
    for (fact, operand) in identity {
      Self.hand(operand, line, &reader) { sink.write(fact, $0, into: &output) }
    }
    var digest = StreamDigest()
    digest.update(line)
    scratch.removeAll()
    digest.append(hexadecimalTo: &scratch)
    sink.write(.digest, scratch.bytes, into: &output)
    sink.end(.identity, into: &output)
  }
}
