import Bytes
import DecisionEvent
import EventJSON
import Stages

/// The JSON that Splunk's HTTP Event Collector takes: one envelope an event and line
/// ("Format events for HTTP Event Collector", Splunk Enterprise).
///
///     {"time":1776868200.000,"host":"gw","sourcetype":"kt","fields":{"team":"legal"},"event":{…}}
///
/// | member | from |
/// |---|---|
/// | time | timestamp in seconds since 1970 with three decimals, rounded down |
/// | host, source, sourcetype, index | the options of these names |
/// | fields | `--fields` (`EnvelopeField`): texts, numbers and booleans as they are spelled, as Splunk takes nothing but strings and arrays of strings here |
/// | event | the event, byte for byte, without the white space around it |
///
/// What is absent is left out. An event of more than `--max-event-bytes` has its longest texts cut
/// (`EventCutter`); one that is too large even then goes out all the same, and a message at the
/// end says how many did.
struct HECFormat: ~Copyable, EventFormat {
  /// The members that are the same in each envelope, as JSON.
  private let metadata: [UInt8]
  private let time: Operand
  private let fields: [EnvelopeField]
  private var cutter: EventCutter
  /// Who says at the end what could not be cut.
  private let diagnostics: Diagnostics
  /// How many events were larger than the limit although every text was cut.
  private(set) var oversized = 0

  init(
    _ request: FormatRequest, tool: String, _ query: inout EventQuery
  ) throws(FormatProblem) {
    diagnostics = Diagnostics(tool: tool)
    time = query.operand(.timestamp)
    fields = try EnvelopeField.fields(request.fields ?? [], &query)
    metadata = Self.metadata(of: request)
    cutter = EventCutter(limit: request.maximumEventBytes)
  }

  private static func metadata(of request: FormatRequest) -> [UInt8] {
    var members = Output(capacity: 256)
    var writer = JSONWriter()
    func write(_ name: StaticString, _ value: String?) {
      guard let value else { return }
      writer.key(name, into: &members)
      writer.string(value, into: &members)
    }
    write("host", request.host)
    write("source", request.source)
    write("sourcetype", request.sourcetype)
    write("index", request.index)
    return Array(copying: members.bytes)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    if let time = reader.time(of: time, in: line) {
      writer.key("time", into: &output)
      writer.compose(into: &output) { $0.append(seconds: time) }
    }
    if !metadata.isEmpty { writer.raw(metadata.span, into: &output) }
    var isFirst = true
    for field in fields {
      field.write(line, readBy: &reader, isFirst: &isFirst, &writer, into: &output)
    }
    if !isFirst { writer.endObject(into: &output) }
    writer.key("event", into: &output)
    if !cutter.append(line, Skip.bounds(of: line), into: &output) { oversized += 1 }
    writer.endObject(into: &output)
    output.append(.newline)
  }

  /// Says how many events were larger than asked for: that is no error, as none may be lost.
  mutating func end(into output: inout Output) {
    guard oversized > 0 else { return }
    diagnostics.report(
      "--max-event-bytes: events that are larger although every text was cut: \(oversized)")
    oversized = 0
  }
}

extension FormatEntry {
  /// Splunk's HTTP Event Collector.
  static let hec = FormatEntry(
    "hec", "envelopes for Splunk's HTTP Event Collector",
    .document(mediaType: "application/json"),
    options: [.fields, .host, .source, .sourcetype, .index, .maximumEventBytes]
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in
      try HECFormat(request, tool: job.tool.name, &query)
    }
  }
}
