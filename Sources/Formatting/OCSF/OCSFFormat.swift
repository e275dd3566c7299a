import Bytes
import DecisionEvent
import EventJSON

/// Writes each event as an API Activity (class 6003) of OCSF 1.8.0 with the profiles
/// `ai_operation` and `security_control`: one JSON object a line.
///
/// | OCSF | from the event |
/// |---|---|
/// | `class_uid` 6003, `category_uid` 6, `type_uid` | fixed; `type_uid` is class × 100 + activity |
/// | `activity_id` | 1 Create where there is a model (a chat completion is created); else 99 Other with the type as `activity_name`, or 0 Unknown |
/// | `time`, `metadata.original_time` | timestamp in milliseconds, cut, and as spelled; an event without a valid one has the time 0 |
/// | `start_time`, `end_time`, `duration` | timestamp, response_timestamp, latency_ms where it is a whole number |
/// | `severity_id`, `status_id`, `action_id`, `disposition_id`, `is_alert` | outcome, by the table of `OCSFControl` |
/// | `status_detail` | reason |
/// | `metadata.uid`, `.event_code`, `.tenant_uid`, `.reporter.uid` | id, type, org, gateway |
/// | `actor.user.uid`, `.email_addr`, `.groups[].name` | user, user.email, team |
/// | `api.operation`, `api.request.uid` | `chat` where there is a model, else the type; request_id |
/// | `src_endpoint.name`, `metadata.product.name` | `unknown` and `AI gateway`: required, and no event tells |
/// | `ai_model.name`, `.ai_provider` | model, provider |
/// | `message_context.uid`, `.prompt_tokens`, `.completion_tokens`, `.total_tokens` | conversation, tokens.input, tokens.output and their sum, below 2^31 |
/// | `authorizations[].policy.name`, `.decision` | every policy and its verdict |
/// | `policy` | the first of the policies with the severest verdict above allowed |
/// | `raw_data_hash` | the content hash of the input: of the text that `raw_data` is |
/// | `raw_data`, `api.response.data` | with `--texts` only: the input where it is a string, the output |
/// | `unmapped` | everything else, byte for byte |
///
/// A value is left out of `unmapped` only where an attribute holds it as it was spelled; so the
/// outcome's own word, lists and times other than the event's stand in both. Texts are left out
/// of both, under all names that the dictionary has for them, unless `--texts`. Required
/// attributes of which nothing is known say `unknown`. An event that doubles a member that is read is
/// malformed; one that nobody reads may stand twice in `unmapped`, as it did.
struct OCSFFormat: ~Copyable, EventFormat {
  var mapper: EventMapper

  init(_ request: FormatRequest, _ query: inout EventQuery) {
    mapper = EventMapper(&query, keepsTexts: request.includesTexts)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    mapper.begin(reader)
    output.append(.openBrace)
    appendActivity(line, &reader, to: &output)
    appendTimes(line, &reader, to: &output)
    appendControl(line, &reader, to: &output)
    appendMetadata(line, &reader, to: &output)
    appendActor(line, &reader, to: &output)
    appendAPI(line, &reader, to: &output)
    appendModel(line, &reader, to: &output)
    appendPolicies(line, &reader, to: &output)
    appendRawData(line, &reader, to: &output)
    appendUnmapped(line, &reader, to: &output)
    output.append(.closeBrace)
    output.append(.newline)
  }

  private mutating func appendActivity(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let type = reader.place(of: mapper.facts.type, in: line)
    let activity = mapper.hasModel(reader) ? 1 : type.kind == .absent ? 0 : OCSFControl.other
    output.append(name: "activity_id", number: activity)
    if activity == OCSFControl.other {
      output.append(name: "activity_name")
      output.append(string: type, of: line)
    } else {
      output.append(name: "activity_name", word: activity == 1 ? "Create" : "Unknown")
    }
    output.append(name: "category_uid", number: 6)
    output.append(name: "class_uid", number: 6003)
    output.append(name: "type_uid", number: 600_300 + activity)
  }

  private mutating func appendTimes(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let time = reader.time(of: mapper.facts.time, in: line)
    output.append(name: "time", number: time?.milliseconds ?? 0)
    if let time, let end = reader.time(of: mapper.facts.responseTime, in: line) {
      output.append(name: "start_time", number: time.milliseconds)
      output.append(name: "end_time", number: end.milliseconds)
    }
    if let latency = mapper.takeCount(mapper.facts.latency, atMost: .max, line, reader) {
      output.append(name: "duration", number: latency)
    }
  }

  private mutating func appendUnmapped(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let event = UnmappedMembers.event(line)
    guard UnmappedMembers.isAnyLeft(line, in: event, mapper.mapped) else { return }
    output.append(object: "unmapped")
    UnmappedMembers.append(line, event, mapper.mapped, to: &output)
    output.append(.closeBrace)
  }
}

extension Timestamp {
  /// Whole milliseconds since 1970-01-01T00:00:00Z, what is left of them cut.
  fileprivate var milliseconds: Int { Int(seconds) * 1_000 + Int(nanoseconds) / 1_000_000 }
}

extension FormatEntry {
  /// OCSF, one object a line.
  static let ocsf = FormatEntry(
    "ocsf", "OCSF 1.8.0 API Activity, one object a line, texts left out",
    .document(mediaType: "application/x-ndjson"), options: [.texts]
  ) { request, job throws(FormatProblem) in
    try job.run { OCSFFormat(request, &$0) }
  }
}
