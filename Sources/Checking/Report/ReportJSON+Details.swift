import Bytes
import DecisionEvent
import Digests
import EventJSON
import Totals

// What stands behind the checks: sums, gaps, files.
extension ReportJSON {
  static func writeSums(
    _ report: Report, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginObject("sums", into: &output)
    json.beginObject("total", into: &output)
    write(report.total, &json, &output)
    json.endObject(into: &output)
    json.beginArray("teams", into: &output)
    write(report.teams, &json, &output)
    json.endArray(into: &output)
    json.beginArray("users", into: &output)
    write(report.users, &json, &output)
    json.endArray(into: &output)
    json.endObject(into: &output)
  }

  private static func write(
    _ table: GroupTable, _ json: inout JSONWriter, _ output: inout Output
  ) {
    for group in table.sorted(byKey: true) {
      json.beginObject(into: &output)
      json.key("key", into: &output)
      table.withKey(group) { key in
        var offset = 0
        switch GroupKey.next(in: key, &offset) {
        case .none: json.null(into: &output)
        case .text(let range):
          json.string(key.extracting(range), loneSurrogates: .spelled, into: &output)
        case .literal(let range): json.raw(key.extracting(range), into: &output)
        }
      }
      write(table.totals[group], &json, &output)
      json.endObject(into: &output)
    }
    guard table.other.events > 0 else { return }
    json.beginObject(into: &output)
    json.member("others", boolean: true, into: &output)
    write(table.other, &json, &output)
    json.endObject(into: &output)
  }

  private static func write(
    _ totals: GroupTotals, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.member("events", integer: totals.events, into: &output)
    member("tokens.input", totals.inputTokens, &json, &output)
    member("tokens.output", totals.outputTokens, &json, &output)
    member("cost", totals.cost, &json, &output)
  }

  private static func member(
    _ name: StaticString, _ sum: FieldSum, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.key(name, into: &output)
    if let value = sum.value {
      json.compose(into: &output) { value.write(into: &$0) }
    } else {
      json.null(into: &output)
    }
  }

  static func write(
    _ gaps: GapList?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    guard let gaps else { return json.null(into: &output) }
    json.beginObject(into: &output)
    json.member("longer_than_seconds", integer: Int(gaps.limit.seconds), into: &output)
    json.member("count", integer: gaps.count, into: &output)
    json.member("out_of_order", integer: gaps.lateCount, into: &output)
    json.beginArray("named", into: &output)
    for gap in gaps.kept {
      json.beginObject(into: &output)
      member("from", gap.start, &json, &output)
      member("to", gap.end, &json, &output)
      json.endObject(into: &output)
    }
    json.endArray(into: &output)
    json.endObject(into: &output)
  }

  static func write(
    _ configurations: [Configuration]?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    guard let configurations else { return json.null(into: &output) }
    json.beginArray(into: &output)
    for configuration in configurations {
      json.beginObject(into: &output)
      json.member("version", string: configuration.version.span, into: &output)
      json.member("events", integer: configuration.events, into: &output)
      json.beginArray("files", into: &output)
      for file in configuration.files {
        json.beginObject(into: &output)
        json.member("name", text: String(decoding: file.name, as: UTF8.self), into: &output)
        json.member("bytes", integer: file.content.bytes, into: &output)
        json.member("sha256", text: file.content.sha256.hexadecimal, into: &output)
        json.endObject(into: &output)
      }
      json.endArray(into: &output)
      json.endObject(into: &output)
    }
    json.endArray(into: &output)
  }
}
