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
  var json = JSONWriter()

  init(_ request: FormatRequest, _ query: inout EventQuery) {
    mapper = EventMapper(&query, keepsTexts: request.includesTexts)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    mapper.begin(reader)
    json = JSONWriter()
    json.beginObject(into: &output)
    appendActivity(line, &reader, into: &output)
    appendTimes(line, &reader, into: &output)
    appendControl(line, &reader, into: &output)
    appendMetadata(line, &reader, into: &output)
    appendActor(line, &reader, into: &output)
    appendAPI(line, &reader, into: &output)
    appendModel(line, &reader, into: &output)
    appendPolicies(line, &reader, into: &output)
    appendRawData(line, &reader, into: &output)
    appendUnmapped(line, &reader, into: &output)
    json.endObject(into: &output)
    output.append(.newline)
  }

  private mutating func appendActivity(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    let type = reader.place(of: mapper.facts.type, in: line)
    let activity = mapper.hasModel(reader) ? 1 : type.kind == .absent ? 0 : OCSFControl.other
    json.member("activity_id", integer: activity, into: &output)
    if activity == OCSFControl.other {
      json.member("activity_name", string: type, of: line, into: &output)
    } else {
      json.member("activity_name", constant: activity == 1 ? "Create" : "Unknown", into: &output)
    }
    json.member("category_uid", integer: 6, into: &output)
    json.member("class_uid", integer: 6003, into: &output)
    json.member("type_uid", integer: 600_300 + activity, into: &output)
  }

  private mutating func appendTimes(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    let time = reader.time(of: mapper.facts.time, in: line)
    json.member("time", integer: time?.milliseconds ?? 0, into: &output)
    if let time, let end = reader.time(of: mapper.facts.responseTime, in: line) {
      json.member("start_time", integer: time.milliseconds, into: &output)
      json.member("end_time", integer: end.milliseconds, into: &output)
    }
    if let latency = mapper.takeCount(mapper.facts.latency, atMost: .max, line, reader) {
      json.member("duration", integer: latency, into: &output)
    }
  }

  private mutating func appendUnmapped(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    mapper.finish()
    let event = UnmappedMembers.event(line)
    guard UnmappedMembers.isAnyLeft(line, in: event, mapper.mapped) else { return }
    json.beginObject("unmapped", into: &output)
    UnmappedMembers.write(line, event, mapper.mapped, &json, into: &output)
    json.endObject(into: &output)
  }
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
