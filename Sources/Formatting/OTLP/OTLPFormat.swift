import Bytes
import DecisionEvent
import EventJSON
import Stages

/// Writes each event as an OpenTelemetry log record: one `{"resourceLogs":[..]}` a line, as the
/// OTLP file exporter writes and reads them.
///
/// | log record | from the event |
/// |---|---|
/// | `timeUnixNano` | timestamp; left out where there is none, or it is before 1970 or after April 2262 |
/// | `observedTimeUnixNano` | response_timestamp, else timestamp: when the gateway recorded it |
/// | `severityNumber`, `severityText` | outcome, by the table of `OTLPSeverity` |
/// | `eventName` | `gen_ai.client.inference.operation.details`; `kt.event` where there is no model |
/// | `traceId`, `spanId` | members trace_id and span_id: 32 and 16 hexadecimal digits, not all 0 |
///
/// | attribute | from the event |
/// |---|---|
/// | `gen_ai.operation.name` | the type where it is one of the convention's, else `chat` |
/// | `gen_ai.provider.name`, `gen_ai.request.model` | provider by the convention's word (`GenAIProvider`; `unknown` where none is told), model |
/// | `kt.provider` | provider as the event spells it, where that is another word |
/// | `gen_ai.conversation.id` | conversation |
/// | `gen_ai.usage.input_tokens`, `.output_tokens` | tokens.input, tokens.output |
/// | `gen_ai.input.messages`, `gen_ai.output.messages` | with `--texts` only: input and output where they are strings |
/// | `user.id`, `user.email`, `user.roles` | user, user.email, user.role |
/// | `kt.event.id`, `kt.event.type`, `kt.request.id`, `kt.team`, `kt.org` | id, type, request_id, team, org |
/// | `kt.outcome`, `kt.reason` | outcome, its canonical word where it has one; reason |
/// | `kt.policies` | a list of `{name, verdict, reason}` |
/// | `kt.unmapped` | everything else, as one list of values (`AnyValueWriter`) |
///
/// The resource is the gateway: `service.name` from `--source`, else `ai-gateway`, `service.instance.id` from the
/// event. The GenAI names are those of the semantic conventions 1.41.0, the last version that
/// defines them itself, which `schemaUrl` names. A value is left out of `kt.unmapped` only where
/// an attribute holds it as it was spelled. The record depends on the event alone: no clock is
/// read.
struct OTLPFormat: ~Copyable, EventFormat {
  static let schema: StaticString = "https://opentelemetry.io/schemas/1.41.0"

  var mapper: EventMapper
  var writer = AnyValueWriter()
  private let service, toolName, toolVersion: [UInt8]
  private let traceSlot: Int
  private let spanSlot: Int

  init(_ request: FormatRequest, tool: ToolIdentity, _ query: inout EventQuery) {
    mapper = EventMapper(&query, keepsTexts: request.includesTexts)
    traceSlot = query.slot(ofMember: "trace_id")
    spanSlot = query.slot(ofMember: "span_id")
    service = Array((request.source ?? "ai-gateway").utf8)
    toolName = Array(tool.name.utf8)
    toolVersion = Array(tool.version.utf8)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    mapper.begin(reader)
    writer.json = JSONWriter()
    writer.json.beginObject(into: &output)
    writer.json.beginArray("resourceLogs", into: &output)
    writer.json.beginObject(into: &output)
    writer.json.member("schemaUrl", constant: Self.schema, into: &output)
    appendResource(line, &reader, into: &output)
    writer.json.beginArray("scopeLogs", into: &output)
    writer.json.beginObject(into: &output)
    writer.json.member("schemaUrl", constant: Self.schema, into: &output)
    appendScope(into: &output)
    writer.json.beginArray("logRecords", into: &output)
    appendRecord(line, &reader, into: &output)
    // The records, the scope and the resource in their lists, and the whole.
    for _ in 0..<3 {
      writer.json.endArray(into: &output)
      writer.json.endObject(into: &output)
    }
    output.append(.newline)
  }

  private mutating func appendResource(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    writer.json.beginObject("resource", into: &output)
    writer.json.beginArray("attributes", into: &output)
    let service = service
    writer.beginPair("service.name", into: &output)
    writer.json.string(service.span, into: &output)
    writer.endPair(into: &output)
    append("service.instance.id", mapper.facts.gateway, line, &reader, into: &output)
    writer.json.endArray(into: &output)
    writer.json.endObject(into: &output)
  }

  private mutating func appendScope(into output: inout Output) {
    let (name, version) = (toolName, toolVersion)
    writer.json.beginObject("scope", into: &output)
    writer.json.member("name", string: name.span, into: &output)
    writer.json.member("version", string: version.span, into: &output)
    writer.json.endObject(into: &output)
  }

  private mutating func appendRecord(
    _ line: Span<UInt8>, _ reader: inout EventReader, into output: inout Output
  ) {
    writer.json.beginObject(into: &output)
    let time = reader.time(of: mapper.facts.time, in: line)
    let observed = reader.time(of: mapper.facts.responseTime, in: line)
    appendTime("timeUnixNano", time, into: &output)
    appendTime("observedTimeUnixNano", observed ?? time, into: &output)
    if let outcome = reader.outcome(in: line)?.known {
      let severity = OTLPSeverity.of(outcome)
      writer.json.member("severityNumber", integer: severity.number, into: &output)
      writer.json.member("severityText", constant: severity.text, into: &output)
    }
    writer.json.member(
      "eventName",
      constant: mapper.hasModel(reader)
        ? "gen_ai.client.inference.operation.details" : "kt.event", into: &output)
    appendIdentifier("traceId", reader.table[traceSlot], digits: 32, line, into: &output)
    appendIdentifier("spanId", reader.table[spanSlot], digits: 16, line, into: &output)
    writer.json.beginArray("attributes", into: &output)
    appendAttributes(line, &reader, into: &output)
    writer.json.endArray(into: &output)
    writer.json.endObject(into: &output)
  }

  /// Appends a time in nanoseconds, in quotes, where they are 64 bits.
  private mutating func appendTime(
    _ name: StaticString, _ time: Timestamp?, into output: inout Output
  ) {
    // What does not fit Int64 is no time to most receivers, though the wire has one bit more.
    guard let time, 0..<9_223_372_036 ~= time.seconds else { return }
    writer.json.key(name, into: &output)
    writer.json.string(
      integer: Int(time.seconds) * 1_000_000_000 + Int(time.nanoseconds), into: &output)
  }

  private mutating func appendIdentifier(
    _ name: StaticString, _ field: Field, digits: Int, _ line: Span<UInt8>,
    into output: inout Output
  ) {
    guard field.kind == .string, field.end - field.start == digits else { return }
    var isZero = true
    for offset in field.start..<field.end {
      guard let digit = line[offset].hexadecimalValue else { return }
      if digit > 0 { isZero = false }
    }
    guard !isZero else { return }
    mapper.note(field)
    writer.json.member(name, value: field, of: line, into: &output)
  }
}

extension FormatEntry {
  /// OpenTelemetry log records, one object a line.
  static let otlp = FormatEntry(
    "otlp", "OTLP/JSON log records of the GenAI event, one object a line, texts left out",
    .document(mediaType: "application/x-ndjson"), options: [.texts, .source]
  ) { request, job throws(FormatProblem) in
    let tool = job.tool
    return try job.run { OTLPFormat(request, tool: tool, &$0) }
  }
}
