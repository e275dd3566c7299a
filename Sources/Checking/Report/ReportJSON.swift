import Bytes
import DecisionEvent
import EventJSON
import Stages
import Totals

/// A report as one JSON object on a line.
///
/// ```
/// {"v":1,"tool":"kt-check 0.1.0","complete":true,"passed":false,"not_made":[],"profile":null,
///  "events":1000,"first":"2026-01-01T00:00:08.123Z","last":"2026-01-01T02:05:00Z",
///  "checks":[{"check":"outcome","claim":"every event has an outcome","result":"failed",
///             "required":true,"unit":"events","asked":1000,"failed":3,"failed_percent":"0.3000",
///             "faults":{"no outcome":3},"offenders":[{"id":"evt_1","line":12}, ...]}, ...],
///  "sums":{"total":{...},"teams":[{"key":"legal","events":12, ...}],"users":[...]},
///  "gaps":null,"configurations":null}
/// ```
/// `complete` and `passed` are as in a manifest: `complete` is null where no frame could tell.
/// `not_made` names the checks that --require or the profile names and that were not made.
/// Half a surrogate pair, which many readers refuse, is the six characters of its escape. Times are
/// RFC 3339 in UTC; sums have all their digits. An offender has its `id`, cut behind 256
/// bytes and then `"cut":true`, and where it stands.
enum ReportJSON {
  static func write(_ report: Report, into output: inout Output) {
    var json = JSONWriter()
    json.beginObject(into: &output)
    json.member("v", integer: 1, into: &output)
    json.member("tool", text: report.tool, into: &output)
    json.key("complete", into: &output)
    if let isWhole = report.isWhole {
      json.boolean(isWhole, into: &output)
    } else {
      json.null(into: &output)
    }
    json.member("passed", boolean: report.hasPassed, into: &output)
    json.beginArray("not_made", into: &output)
    for check in report.notMade { json.string(check.name, into: &output) }
    json.endArray(into: &output)
    json.key("profile", into: &output)
    write(report.profile, &json, &output)
    json.member("events", integer: report.total.events, into: &output)
    member("first", report.total.first, &json, &output)
    member("last", report.total.last, &json, &output)
    json.beginArray("checks", into: &output)
    for row in report.rows { write(row, of: report, &json, &output) }
    json.endArray(into: &output)
    writeSums(report, &json, &output)
    json.key("gaps", into: &output)
    write(report.gaps, &json, &output)
    json.key("configurations", into: &output)
    write(report.configurations, &json, &output)
    json.endObject(into: &output)
    output.append(.newline)
  }

  private static func write(
    _ profile: Profile?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    guard let profile else { return json.null(into: &output) }
    json.beginObject(into: &output)
    json.member("name", text: profile.name, into: &output)
    json.member("title", text: profile.title, into: &output)
    json.member("note", text: profile.note, into: &output)
    json.endObject(into: &output)
  }

  private static func write(
    _ row: Report.Row, of report: Report, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginObject(into: &output)
    json.member("check", text: row.check.name, into: &output)
    json.member("claim", text: row.check.claim, into: &output)
    json.key("result", into: &output)
    switch row.result {
    case .passed: json.string(constant: "passed", into: &output)
    case .failed: json.string(constant: "failed", into: &output)
    case .notChecked: json.string(constant: "not-checked", into: &output)
    }
    if let reason = row.reason(in: report) { json.member("reason", text: reason, into: &output) }
    json.member("required", boolean: row.isRequired, into: &output)
    json.member("unit", constant: row.check.unit, into: &output)
    json.member("asked", integer: row.asked, into: &output)
    json.member("failed", integer: row.failed, into: &output)
    if let share = row.share { json.member("failed_percent", text: share, into: &output) }
    if !row.faults.isEmpty {
      json.beginObject("faults", into: &output)
      for (fault, count) in row.faults { json.member(fault.name, integer: count, into: &output) }
      json.endObject(into: &output)
    }
    if !row.offenders.isEmpty {
      json.beginArray("offenders", into: &output)
      for offender in row.offenders { write(offender, &json, &output) }
      json.endArray(into: &output)
    }
    if !row.references.isEmpty { write(row.references, &json, &output) }
    json.endObject(into: &output)
  }

  private static func write(
    _ offender: Offender, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginObject(into: &output)
    if let text = offender.text {
      json.key("id", into: &output)
      json.string(text.span, loneSurrogates: .spelled, into: &output)
    }
    if offender.isCut { json.member("cut", boolean: true, into: &output) }
    if let file = offender.place?.file { json.member("file", text: file.text, into: &output) }
    if let place = offender.place { json.member("line", integer: place.line, into: &output) }
    if offender.isMissing { json.member("missing", boolean: true, into: &output) }
    if !offender.missingTurns.isEmpty {
      json.beginArray("missing_turns", into: &output)
      for turn in offender.missingTurns { json.integer(turn, into: &output) }
      json.endArray(into: &output)
    }
    json.endObject(into: &output)
  }

  private static func write(
    _ references: [Profile.Reference], _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginArray("serves", into: &output)
    for reference in references {
      json.beginObject(into: &output)
      json.member("reference", text: reference.reference, into: &output)
      json.member("title", text: reference.title, into: &output)
      json.endObject(into: &output)
    }
    json.endArray(into: &output)
  }

  static func member(
    _ name: StaticString, _ time: Timestamp?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.key(name, into: &output)
    if let time {
      json.string(time.description, into: &output)
    } else {
      json.null(into: &output)
    }
  }
}
