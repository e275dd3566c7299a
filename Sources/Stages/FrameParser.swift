import Bytes
import EventJSON

/// What the first bytes of a framed stream are.
public enum FramedStream {
  /// How many bytes it takes to tell.
  public static var prefixLength: Int { FrameParser.prefix.utf8CodeUnitCount }

  /// Whether bytes begin like a frame's line.
  public static func begins(_ bytes: Span<UInt8>) -> Bool { FrameParser.isFrame(bytes) }

  /// Whether they do, or may once more of them are there.
  public static func mayBegin(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count < prefixLength else { return begins(bytes) }
    var whole = Output(capacity: prefixLength)
    whole.append(constant: FrameParser.prefix)
    return ByteScan.equal(whole.bytes, 0, bytes.count, bytes)
  }
}

/// Tells frames' lines from events, and takes them apart.
///
/// Frames are written by these tools alone and begin with exactly the bytes below; kt-source lets
/// no event with that member in, so that data can't forge one.
struct FrameParser: Sendable {
  static let prefix: StaticString = "{\"_kt_stream\":"

  private let lookup: Lookup
  private var table: FieldTable
  private let kind, version, id, valid, continues, media, events, bytes, status, stages: Int

  init() {
    var builder = LookupBuilder()
    func slot(_ name: String) -> Int {
      builder.slot(for: FieldPath(segments: [.member(Array(name.utf8))]))
    }
    kind = slot("_kt_stream")
    version = slot("v")
    id = slot("id")
    valid = slot("valid")
    continues = slot("continues")
    media = slot("media")
    events = slot("events")
    bytes = slot("bytes")
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
      let media = text(media, of: line)
      guard media != nil || table[self.media].kind == .absent else {
        throw .malformed("its media type is no plain string")
      }
      guard number(version, of: line) == 1 else { throw .unknownVersion }
      return .begin(
        FrameBegin(
          id: id, isValidated: table[valid].kind == .true,
          continues: table[continues].kind == .true, media: media))
    case Array("end".utf8):
      guard let count = number(events, of: line), let status = text(status, of: line),
        table[stages].kind == .array
      else { throw .malformed("events, status or stages is missing") }
      let inside = table[stages].start + 1..<table[stages].end - 1
      let entries = line.extracting(inside)
      return .end(
        FrameEnd(
          id: id, events: count, documentBytes: number(bytes, of: line), status: status,
          stages: Array(copying: entries)))
    default: throw .malformed("it neither begins nor ends")
    }
  }

  /// The bytes of a string without escapes, which is how the tools write theirs.
  private func text(_ slot: Int, of line: Span<UInt8>) -> [UInt8]? {
    let field = table[slot]
    guard field.kind == .string else { return nil }
    let range = line.extracting(field.start..<field.end)
    return Array(copying: range)
  }

  /// A whole number that is not negative.
  private func number(_ slot: Int, of line: Span<UInt8>) -> Int? {
    let field = table[slot]
    guard field.kind == .number else { return nil }
    let range = line.extracting(field.start..<field.end)
    guard let number = Int(String(copying: range)), number >= 0 else {
      return nil
    }
    return number
  }
}
