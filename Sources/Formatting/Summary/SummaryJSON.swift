import Bytes
import DecisionEvent
import EventJSON
import Totals

/// A summary as one JSON object.
///
/// ```
/// {"events":2,"first":"2026-04-22T14:30:00Z","last":"2026-04-23T08:00:00Z",
///  "tokens":{"input":42,"output":156},"cost":0.0047,"not_summed":0,
///  "groups":[{"by":["team"],"rows":[{"key":{"team":"legal"},"events":1, ... },
///                                   {"key":{"team":null},"events":1, ... }],"other":null}, ...]}
/// ```
/// Each row, and `other`, which stands for the groups over the limits, has the members of the whole.
/// Times are RFC 3339 in UTC; they and sums are null where no event has such a value; sums have all
/// their digits. `not_summed` counts values that are no numbers, or too long to be added. A value of
/// `key` is null where events have none, a string, or else JSON as it is spelled.
enum SummaryJSON {
  /// Writes the object on a line of its own.
  static func write(
    _ totals: GroupTotals, _ groupings: [Grouping], into output: inout Output
  ) {
    var json = JSONWriter()
    json.beginObject(into: &output)
    write(totals, &json, &output)
    json.beginArray("groups", into: &output)
    for grouping in groupings { write(grouping, &json, &output) }
    json.endArray(into: &output)
    json.endObject(into: &output)
    output.append(.newline)
  }

  private static func write(
    _ grouping: Grouping, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.beginObject(into: &output)
    json.beginArray("by", into: &output)
    for field in grouping.fields { json.string(field.name, into: &output) }
    json.endArray(into: &output)
    json.beginArray("rows", into: &output)
    for group in grouping.table.sorted(byKey: grouping.isByKey) {
      json.beginObject(into: &output)
      json.key("key", into: &output)
      grouping.table.withKey(group) { write($0, of: grouping.fields, &json, &output) }
      write(grouping.table.totals[group], &json, &output)
      json.endObject(into: &output)
    }
    json.endArray(into: &output)
    json.key("other", into: &output)
    if grouping.table.other.events == 0 {
      json.null(into: &output)
    } else {
      json.beginObject(into: &output)
      write(grouping.table.other, &json, &output)
      json.endObject(into: &output)
    }
    json.endObject(into: &output)
  }

  private static func write(
    _ key: Span<UInt8>, of fields: [GroupField], _ json: inout JSONWriter,
    _ output: inout Output
  ) {
    json.beginObject(into: &output)
    var offset = 0
    for field in fields {
      let name = Array(field.name.utf8)
      json.key(name.span, into: &output)
      switch GroupKey.next(in: key, &offset) {
      case .none: json.null(into: &output)
      case .text(let range): json.string(key.extracting(range), into: &output)
      case .literal(let range): json.raw(key.extracting(range), into: &output)
      }
    }
    json.endObject(into: &output)
  }

  /// The members that the whole and each group have.
  private static func write(
    _ totals: GroupTotals, _ json: inout JSONWriter, _ output: inout Output
  ) {
    json.member("events", integer: totals.events, into: &output)
    json.key("first", into: &output)
    write(totals.first, &json, &output)
    json.key("last", into: &output)
    write(totals.last, &json, &output)
    json.beginObject("tokens", into: &output)
    json.key("input", into: &output)
    write(totals.inputTokens, &json, &output)
    json.key("output", into: &output)
    write(totals.outputTokens, &json, &output)
    json.endObject(into: &output)
    json.key("cost", into: &output)
    write(totals.cost, &json, &output)
    json.member("not_summed", integer: totals.notSummed, into: &output)
  }

  private static func write(
    _ time: Timestamp?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    if let time {
      json.string(time.description, into: &output)
    } else {
      json.null(into: &output)
    }
  }

  private static func write(
    _ sum: FieldSum, _ json: inout JSONWriter, _ output: inout Output
  ) {
    if let value = sum.value {
      json.compose(into: &output) { value.write(into: &$0) }
    } else {
      json.null(into: &output)
    }
  }
}
