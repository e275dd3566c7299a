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
/// | `gen_ai.provider.name`, `gen_ai.request.model` | provider (`unknown` where none is told), model |
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
  static let schema = "https://opentelemetry.io/schemas/1.41.0"

  var mapper: EventMapper
  private let resource: [UInt8]
  private let scope: [UInt8]
  private let traceSlot: Int
  private let spanSlot: Int

  init(_ request: FormatRequest, tool: ToolIdentity, _ query: inout EventQuery) {
    mapper = EventMapper(&query, keepsTexts: request.includesTexts)
    traceSlot = query.slot(ofMember: "trace_id")
    spanSlot = query.slot(ofMember: "span_id")
    resource = Self.resource(request.source ?? "ai-gateway")
    scope = Self.scope(tool)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    mapper.begin(reader)
    output.append(contentsOf: resource)
    append("service.instance.id", mapper.facts.gateway, line, &reader, to: &output)
    output.append(contentsOf: scope)
    appendRecord(line, &reader, to: &output)
    output.append(constant: "]}]}]}\n")
  }

  /// Everything before the resource's own attributes.
  private static func resource(_ service: String) -> [UInt8] {
    var text = Output(capacity: 256)
    text.append(#"{"resourceLogs":[{"schemaUrl":"\#(schema)","resource":{"attributes":["#)
    text.append(#"{"key":"service.name","value":{"stringValue":"#)
    text.append(json: service)
    text.append("}}")
    return Array(copying: text.bytes)
  }

  /// Everything between the resource's attributes and the record.
  private static func scope(_ tool: ToolIdentity) -> [UInt8] {
    var text = Output(capacity: 256)
    text.append(#"]},"scopeLogs":[{"schemaUrl":"\#(schema)","scope":{"name":"#)
    text.append(json: tool.name)
    text.append(#","version":"#)
    text.append(json: tool.version)
    text.append(#"},"logRecords":["#)
    return Array(copying: text.bytes)
  }

  private mutating func appendRecord(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    output.append(.openBrace)
    let time = reader.time(of: mapper.facts.time, in: line)
    let observed = reader.time(of: mapper.facts.responseTime, in: line)
    Self.append("timeUnixNano", time, to: &output)
    Self.append("observedTimeUnixNano", observed ?? time, to: &output)
    if let outcome = reader.outcome(in: line)?.known {
      let severity = OTLPSeverity.of(outcome)
      output.append(name: "severityNumber", number: severity.number)
      output.append(name: "severityText", word: severity.text)
    }
    output.append(
      name: "eventName",
      word: mapper.hasModel(reader) ? "gen_ai.client.inference.operation.details" : "kt.event")
    appendIdentifier("traceId", reader.table[traceSlot], digits: 32, line, to: &output)
    appendIdentifier("spanId", reader.table[spanSlot], digits: 16, line, to: &output)
    output.append(name: "attributes")
    output.append(.openBracket)
    appendAttributes(line, &reader, to: &output)
    output.append(constant: "]}")
  }

  /// Appends a time in nanoseconds, in quotes, where they are 64 bits.
  private static func append(_ name: StaticString, _ time: Timestamp?, to output: inout Output) {
    // What does not fit Int64 is no time to most receivers, though the wire has one bit more.
    guard let time, 0..<9_223_372_036 ~= time.seconds else { return }
    output.append(name: name)
    output.append(.quote)
    output.append(decimal: Int(time.seconds) * 1_000_000_000 + Int(time.nanoseconds))
    output.append(.quote)
  }

  private mutating func appendIdentifier(
    _ name: StaticString, _ field: Field, digits: Int, _ line: Span<UInt8>,
    to output: inout Output
  ) {
    guard field.kind == .string, field.end - field.start == digits else { return }
    var isZero = true
    for offset in field.start..<field.end {
      guard let digit = line[offset].hexadecimalValue else { return }
      if digit > 0 { isZero = false }
    }
    guard !isZero else { return }
    mapper.note(field)
    output.append(name: name)
    output.append(value: field, of: line)
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
