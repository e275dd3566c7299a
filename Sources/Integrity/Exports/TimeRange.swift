import Bytes
public import DecisionEvent
import EventJSON

/// From when to when events are, and whether they came in that order: the member `time` of parts
/// and seals (spec/integrity.md, section 2.6).
public struct TimeRange: Equatable, Sendable {
  /// The field that the times were read of.
  public let field: String
  /// The earliest time.
  public private(set) var earliest: Timestamp
  /// The latest time.
  public private(set) var latest: Timestamp
  /// Whether no event is earlier than the one before it.
  public private(set) var isSorted: Bool
  /// The time of the last event, whatever the latest is.
  private var last: Timestamp

  /// The range of one event.
  public init(field: String, _ time: Timestamp) {
    self.field = field
    earliest = time
    latest = time
    last = time
    isSorted = true
  }

  /// Adds the next event.
  public mutating func note(_ time: Timestamp) {
    if time < last { isSorted = false }
    last = time
    earliest = min(earliest, time)
    latest = max(latest, time)
  }

  /// Adds the range of the events behind these; another field's makes no range.
  public func followed(by next: TimeRange) -> TimeRange? {
    guard next.field == field else { return nil }
    var range = self
    range.isSorted = isSorted && next.isSorted && next.earliest >= latest
    range.earliest = min(earliest, next.earliest)
    range.latest = max(latest, next.latest)
    range.last = next.last
    return range
  }
}

extension TimeRange {
  /// Writes the range as a value.
  func write(_ writer: inout JSONWriter, into output: inout Output) {
    writer.beginObject(into: &output)
    writer.member("field", text: field, into: &output)
    writer.key("max", into: &output)
    writer.string(latest, into: &output)
    writer.key("min", into: &output)
    writer.string(earliest, into: &output)
    writer.member("sorted", boolean: isSorted, into: &output)
    writer.endObject(into: &output)
  }

  /// Reads a range, or nil where `text` is none.
  init?(_ text: Span<UInt8>) {
    var object = ObjectReader(["field", "min", "max", "sorted"])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    guard let field = object.string("field", of: text),
      let earliest = object.string("min", of: text).flatMap({ Timestamp($0) }),
      let latest = object.string("max", of: text).flatMap({ Timestamp($0) }),
      let isSorted = object.boolean("sorted"), earliest <= latest
    else { return nil }
    self.field = field
    self.earliest = earliest
    self.latest = latest
    self.isSorted = isSorted
    last = latest
  }
}

extension JSONWriter {
  /// A time as a string, RFC 3339 in UTC, by default with as many digits as it takes.
  mutating func string(
    _ time: Timestamp, fraction: FractionDigits = .upTo(9), into output: inout Output
  ) {
    compose(into: &output) { output in
      output.append(.quote)
      output.append(rfc3339: time, fraction: fraction)
      output.append(.quote)
    }
  }
}
