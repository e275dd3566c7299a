import Bytes
import DecisionEvent
import EventJSON

/// Maps events to the Elastic Common Schema 9.5.0.
///
/// | field | from the canonical field |
/// |---|---|
/// | `@timestamp` | timestamp, in UTC; absent where the event has none that can be read |
/// | `ecs.version` | 9.5.0 |
/// | `event.kind`, `.module`, `.dataset`, `.category` | `event`, `kt`, `kt.decision`, `["api"]` |
/// | `event.type` | `["allowed"]` for allowed and flagged, `["allowed","change"]` for modified and redacted, `["denied"]` for blocked, `["info"]` for escalated, unknown and none |
/// | `event.outcome` | `success` where there is a known outcome, else `unknown`: ECS asks whether the gateway did its work, and a blocked request is that, as a firewall's dropped packet is |
/// | `event.action` | outcome: the canonical word, or the unknown one as it stands there |
/// | `event.id`, `.reason` | id, reason |
/// | `event.start`, `.end` | timestamp and response_timestamp, where the event has both |
/// | `event.duration` | their difference, else latency_ms, in nanoseconds |
/// | `user.id`, `.email`, `.roles` | user, user.email, user.role |
/// | `organization.id`, `observer.name`, `http.request.id` | org, gateway, request_id |
/// | `gen_ai.system`, `gen_ai.request.model` | provider, model |
/// | `gen_ai.usage.input_tokens`, `.output_tokens` | tokens.input and tokens.output, whole numbers |
/// | `gen_ai.input.messages`, `gen_ai.output.messages` | input and output where they are texts: `[{"role":"user","parts":[{"type":"text","content":..}]}]`, role `assistant` for the output |
/// | `rule.name` | the policies' names whose verdict is known and not allowed |
/// | `kt.type`, `.team`, `.conversation`, `.config_version`, `.cost` | as they are called; cost where it is a number |
/// | `kt.policies` | `[{"name":..,"verdict":..,"reason":..}]`, the verdict as canonical word |
/// | `kt.citations` | citations, their names |
/// | `kt.content_hashes.input`, `.output`, `kt.escalation` | as they are called |
/// | `kt.event` | every top-level member of the event that is not in the fields above byte for byte |
///
/// So nothing is lost: a member is left out of `kt.event` only where its value, or each of its
/// members' values where it is an object (`user`, `usage`), was copied as it is spelled. Times,
/// verdicts and latencies are spelled anew, and so stand there, too.
///
/// Strings are copied with their escapes, numbers with their digits. As the members of `kt.event`
/// have other types in other shapes, the index template should say that they are not indexed:
/// `"kt":{"properties":{"event":{"type":"object","enabled":false}}}`.
struct ECSDocument {
  static let version: StaticString = "9.5.0"

  let facts: EventFacts
  let configVersion, cost, citations, outputHash, escalation: Operand
  /// The values that were copied as they are spelled.
  var copied = CarriedValues()

  /// Asks the query for all that is mapped.
  init(_ query: inout EventQuery) {
    facts = EventFacts(&query)
    configVersion = query.operand(.configVersion)
    cost = query.operand(.cost)
    citations = query.operand(.citations)
    outputHash = query.operand(.outputHash)
    escalation = query.operand(.escalation)
  }

  /// Appends the document of the event that `reader` has just scanned, and that stands in `range`
  /// of `line`.
  mutating func append(
    _ line: Span<UInt8>, _ range: Range<Int>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    copied.removeAll()
    var writer = ECSWriter(&output)
    let start = reader.time(of: facts.time, in: line)
    if let start {
      copyTime(facts.time, start, line, reader, .document, "@timestamp", &writer, &output)
    }
    writer.word(.ecs, "version", Self.version, &output)
    appendEvent(line, start, &reader, &writer, &output)
    copy(facts.user, line, reader, .user, "id", &writer, &output)
    appendText(facts.email, line, &reader, .user, "email", &writer, &output)
    if let role = reader.scalar(of: facts.role) {
      writer.field(.user, "roles", &output)
      writer.json.beginArray(into: &output)
      writer.json.value(role, of: line, into: &output)
      writer.json.endArray(into: &output)
      copied.insert(role)
    }
    copy(facts.organization, line, reader, .organization, "id", &writer, &output)
    copy(facts.gateway, line, reader, .observer, "name", &writer, &output)
    copy(facts.requestID, line, reader, .httpRequest, "id", &writer, &output)
    appendGenAI(line, &reader, &writer, &output)
    appendRules(line, &reader, &writer, &output)
    appendOwn(line, &reader, &writer, &output)
    appendRest(line, Field(.object, range.lowerBound, range.upperBound), &writer, &output)
    writer.end(&output)
  }

  private mutating func appendEvent(
    _ line: Span<UInt8>, _ start: Timestamp?, _ reader: inout EventReader,
    _ writer: inout ECSWriter, _ output: inout Output
  ) {
    copy(facts.id, line, reader, .event, "id", &writer, &output)
    writer.word(.event, "kind", "event", &output)
    writer.word(.event, "module", "kt", &output)
    writer.word(.event, "dataset", "kt.decision", &output)
    writer.field(.event, "category", &output)
    Self.append(Self.category, &writer.json, &output)
    let outcome = reader.outcome(in: line)
    writer.field(.event, "type", &output)
    Self.append(Self.types(of: outcome?.known), &writer.json, &output)
    writer.word(.event, "outcome", outcome?.known == nil ? "unknown" : "success", &output)
    if let outcome { appendAction(outcome.known, outcome.word, line, &writer, &output) }
    copy(facts.reason, line, reader, .event, "reason", &writer, &output)
    appendDuration(line, start, &reader, &writer, &output)
  }

  /// ECS wants the difference where both times are known.
  private mutating func appendDuration(
    _ line: Span<UInt8>, _ start: Timestamp?, _ reader: inout EventReader,
    _ writer: inout ECSWriter, _ output: inout Output
  ) {
    var duration: Int?
    if let start, let end = reader.time(of: facts.responseTime, in: line) {
      writer.date(.event, "start", start, &output)
      copyTime(facts.responseTime, end, line, reader, .event, "end", &writer, &output)
      duration = Nanoseconds.between(start, end)
    } else if let latency = reader.scalar(of: facts.latency), latency.kind == .number {
      duration = Nanoseconds.read(line.extracting(latency.start..<latency.end))
    }
    guard let duration else { return }
    writer.field(.event, "duration", &output)
    writer.json.integer(duration, into: &output)
  }

  private static let category: [StaticString] = ["api"]
  private static let allowed: [StaticString] = ["allowed"]
  private static let changed: [StaticString] = ["allowed", "change"]
  private static let denied: [StaticString] = ["denied"]
  private static let information: [StaticString] = ["info"]

  private static func types(of outcome: Outcome?) -> [StaticString] {
    switch outcome {
    case .allowed, .flagged: allowed
    case .modified, .redacted: changed
    case .blocked: denied
    case .escalated, nil: information
    }
  }

  private static func append(
    _ words: [StaticString], _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginArray(into: &output)
    for word in words { json.string(constant: word, into: &output) }
    json.endArray(into: &output)
  }

  private mutating func appendAction(
    _ known: Outcome?, _ word: Field, _ line: Span<UInt8>, _ writer: inout ECSWriter,
    _ output: inout Output
  ) {
    guard let known else {
      return copy(word, line, .event, "action", &writer, &output)
    }
    writer.field(.event, "action", &output)
    writer.json.outcome(known, into: &output)
    if word.isString, known.isSpelled(by: word, in: line) {
      copied.insert(word)
    }
  }
}
