import Bytes
import DecisionEvent
import EventJSON

/// One JSON document: `{"export_id":..,"created_at":..,"events":[..]}`, an event a line.
///
/// Each event stands there byte for byte, without the white space around it. With `--pretty` the
/// white space between its tokens is that of the indentation, and every token as it was.
struct EnvelopeFormat: ~Copyable, EventFormat {
  static let keepsLineBreaks = true

  private let exportID: String?
  private let createdAt: String
  private let isPretty: Bool
  private var isFirst = true

  init(_ request: FormatRequest) {
    exportID = request.exportID
    createdAt = request.createdAt
    isPretty = request.isPretty
  }

  mutating func begin(into output: inout Output) {
    isFirst = true
    var head = Output(capacity: 256)
    var writer = JSONWriter()
    writer.beginObject(into: &head)
    writer.key("export_id", into: &head)
    if let exportID { writer.string(exportID, into: &head) } else { writer.null(into: &head) }
    writer.key("created_at", into: &head)
    writer.string(createdAt, into: &head)
    writer.key("events", into: &head)
    writer.beginArray(into: &head)
    guard isPretty else { return head.move(to: &output) }
    PrettyPrinter.append(head.bytes, depth: 0, into: &output)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    if !isFirst { output.append(.comma) }
    isFirst = false
    output.append(.newline)
    let event = line.extracting(Skip.bounds(of: line))
    if isPretty {
      output.append(constant: "    ")
      PrettyPrinter.append(event, depth: 2, into: &output)
    } else {
      output.append(event)
    }
  }

  mutating func end(into output: inout Output) {
    if !isFirst { output.append(constant: isPretty ? "\n  " : "\n") }
    output.append(constant: isPretty ? "]\n}\n" : "]}\n")
  }
}

/// Lays out valid JSON, or the beginning of some, for people.
///
/// Two spaces a level, a member or element a line. Tokens keep their bytes.
enum PrettyPrinter {
  /// Appends `json`, whose first token stands `depth` levels deep.
  static func append(_ json: Span<UInt8>, depth start: Int, into output: inout Output) {
    var depth = start
    var offset = 0
    while offset < json.count {
      let byte = json[offset]
      switch byte {
      case .space, .tab, .newline, .carriageReturn: break
      case .quote:
        let end = stringEnd(json, offset)
        output.append(json.extracting(offset..<end))
        offset = end
        continue
      case .openBrace, .openBracket:
        offset = begin(json, offset, &depth, &output)
        continue
      case .closeBrace, .closeBracket:
        depth -= 1
        breakLine(depth, &output)
        output.append(byte)
      case .comma:
        output.append(byte)
        breakLine(depth, &output)
      case .colon:
        output.append(byte)
        output.append(.space)
      default: output.append(byte)
      }
      offset += 1
    }
  }

  /// Begins the container whose bracket is at `start`, or writes all of an empty one; gives the
  /// offset behind what was written.
  private static func begin(
    _ json: Span<UInt8>, _ start: Int, _ depth: inout Int, _ output: inout Output
  ) -> Int {
    let bracket = json[start]
    output.append(bracket)
    let next = nextToken(json, start + 1)
    // An empty container stays on its line: `}` and `]` are two behind `{` and `[`.
    if ByteScan.byte(json, next) == bracket + 2 {
      output.append(bracket + 2)
      return next + 1
    }
    depth += 1
    if next < json.count { breakLine(depth, &output) }
    return next
  }

  private static func breakLine(_ depth: Int, _ output: inout Output) {
    output.append(.newline)
    for _ in 0..<depth * 2 { output.append(.space) }
  }

  private static func nextToken(_ json: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < json.count, json[offset] <= .space { offset += 1 }
    return offset
  }

  /// The offset behind the string whose quote is at `start`.
  private static func stringEnd(_ json: Span<UInt8>, _ start: Int) -> Int {
    var offset = start + 1
    while offset < json.count {
      switch json[offset] {
      case .backslash: offset += 2
      case .quote: return offset + 1
      default: offset = max(offset + 1, ByteScan.stringStop(in: json, from: offset + 1))
      }
    }
    return json.count
  }
}

extension FormatEntry {
  /// One JSON document.
  static let json = FormatEntry(
    "json", "one JSON document with all events", .document(mediaType: "application/json"),
    options: [.exportID, .createdAt, .pretty]
  ) { request, job throws(FormatProblem) in
    try job.run { _ in EnvelopeFormat(request) }
  }
}
