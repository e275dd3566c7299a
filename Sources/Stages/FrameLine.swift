import Bytes
import EventJSON

/// The first line of a framed stream (spec/cli.md, "Framed streams").
public struct FrameBegin: Sendable, Equatable {
  /// 32 hexadecimal digits, random.
  public let id: [UInt8]
  /// Whether every line up to the end was validated by the tool that wrote it.
  public let isValidated: Bool
  /// The media type of the document inside, or nil for events.
  public let media: [UInt8]?
}

/// The last line of a framed stream.
public struct FrameEnd: Sendable, Equatable {
  /// The id of its begin.
  public let id: [UInt8]
  /// How many events stand between begin and end.
  public let events: Int
  /// `complete`, `partial` or `aborted`.
  public let status: [UInt8]
  /// The JSON of the stages' entries, without the array's brackets.
  public let stages: [UInt8]
}

/// A line that belongs to a frame.
public enum FrameLine: Sendable, Equatable {
  /// The begin.
  case begin(FrameBegin)
  /// The end.
  case end(FrameEnd)
}

/// What the first bytes of a framed stream are.
public enum FramedStream {
  /// How many bytes it takes to tell.
  public static var prefixLength: Int { FrameParser.prefix.utf8CodeUnitCount }

  /// Whether bytes begin like a frame's line.
  public static func begins(_ bytes: Span<UInt8>) -> Bool { FrameParser.isFrame(bytes) }
}

/// Tells frames' lines from events, and takes them apart.
///
/// Frames are written by these tools alone and begin with exactly the bytes below; kt-source lets
/// no event with that member in, so that data can't forge one.
struct FrameParser {
  static let prefix: StaticString = "{\"_kt_stream\":"

  private let lookup: Lookup
  private var table: FieldTable
  private let kind, version, id, valid, media, events, status, stages: Int

  init() {
    var builder = LookupBuilder()
    func slot(_ name: String) -> Int {
      builder.slot(for: FieldPath(segments: [.member(Array(name.utf8))]))
    }
    kind = slot("_kt_stream")
    version = slot("v")
    id = slot("id")
    valid = slot("valid")
    media = slot("media")
    events = slot("events")
    status = slot("status")
    stages = slot("stages")
    lookup = builder.finish()
    table = lookup.makeTable()
  }

  /// Whether a line is one of a frame's.
  static func isFrame(_ line: Span<UInt8>) -> Bool { ByteScan.hasWord(line, at: 0, prefix) }

  /// Takes a frame's line apart; the error says what is wrong with it.
  mutating func parse(_ line: Span<UInt8>) throws(FrameProblem) -> FrameLine {
    do throws(JSONProblem) {
      try lookup.scan(line, into: &table)
    } catch {
      throw .malformed(error.reason)
    }
    let id = text(id, of: line) ?? []
    guard id.count == 32, id.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw .malformed("its id is not 32 hexadecimal digits")
    }
    switch text(kind, of: line) {
    case Array("begin".utf8):
      guard number(version, of: line) == 1 else { throw .unknownVersion }
      return .begin(
        FrameBegin(
          id: id, isValidated: table[valid].kind == .true, media: text(media, of: line)))
    case Array("end".utf8):
      guard let count = number(events, of: line), let status = text(status, of: line),
        table[stages].kind == .array
      else { throw .malformed("events, status or stages is missing") }
      let inside = table[stages].start + 1..<table[stages].end - 1
      let entries = line.extracting(inside)
      return .end(
        FrameEnd(id: id, events: count, status: status, stages: Self.copy(entries)))
    default: throw .malformed("it neither begins nor ends")
    }
  }

  /// The bytes of a string without escapes, which is how the tools write theirs.
  private func text(_ slot: Int, of line: Span<UInt8>) -> [UInt8]? {
    let field = table[slot]
    guard field.kind == .string else { return nil }
    let range = line.extracting(field.start..<field.end)
    return Self.copy(range)
  }

  /// A whole number that is not negative.
  private func number(_ slot: Int, of line: Span<UInt8>) -> Int? {
    let field = table[slot]
    guard field.kind == .number else { return nil }
    let range = line.extracting(field.start..<field.end)
    guard let number = Int(String(decoding: Self.copy(range), as: UTF8.self)), number >= 0 else {
      return nil
    }
    return number
  }

  private static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for offset in 0..<bytes.count { copy.append(bytes[offset]) }
    return copy
  }
}

/// What is wrong with a framed stream.
public enum FrameProblem: Error, Equatable, Sendable {
  /// A frame's line that is none.
  case malformed(String)
  /// A frame of a later version of these tools.
  case unknownVersion
  /// An event before a begin or behind an end, in a stream that has frames.
  case eventOutside
  /// A begin inside a frame.
  case beginInside(events: Int)
  /// An end without its begin.
  case endOutside
  /// An end with another id than its begin.
  case otherFrame
  /// The id of an earlier frame.
  case repeatedFrame
  /// An end that counts other than what was read.
  case wrongCount(said: Int, read: Int)
  /// An end whose status is not complete.
  case status(String)
  /// Events, or none, where a frame must begin.
  case noBegin(events: Int)
  /// The input ended inside a frame.
  case noEnd(events: Int)

  /// Whether the frame is sound but says, or shows, that something is missing.
  public var isIncompleteness: Bool {
    switch self {
    case .noEnd, .status, .wrongCount: true
    default: false
    }
  }

  /// The sentence for a message.
  public var reason: String {
    switch self {
    case .malformed(let reason): "malformed frame: \(reason)"
    case .unknownVersion: "a frame of a version this tool does not know; update it"
    case .eventOutside: "stream not complete: events outside a frame"
    case .beginInside(let events):
      "stream not complete: a frame begins inside another (\(events) events read)"
    case .endOutside: "stream not complete: the end of a frame that did not begin"
    case .otherFrame: "stream not complete: the end of another frame"
    case .repeatedFrame: "the same frame stands twice in the stream"
    case .wrongCount(let said, let read):
      "stream not complete: \(said) events announced, \(read) read"
    case .status(let status): "stream not complete: its status is \(Quoting.quoted(status))"
    case .noBegin(let events):
      "stream not complete: no begin frame (\(events == 0 ? "no" : "unframed") events read)"
    case .noEnd(let events): "stream not complete: no end frame (\(events) events read)"
    }
  }
}
