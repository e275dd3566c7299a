import Bytes
public import Digests
import EventJSON

/// What one process committed: the file `part.json` beside `part.leaves` (spec/integrity.md,
/// section 2.8).
public struct PartRecord: Sendable {
  /// How many events there are.
  public var count: Int
  /// How many bytes they have, each with its newline.
  public var bytes: Int
  /// The SHA-256 of these bytes.
  public var sha256: Digest256
  /// The id of the salt that their leaves are made with: 16 hexadecimal digits.
  public var saltID: String
  /// From when to when they are; nil where none has a time.
  public var time: TimeRange?
  /// How many have which value of the fields that were asked for.
  public var tally: EventTally
  /// The SHA-256 of `part.leaves`, so that it can't be damaged on its way to the seal; nil in a record
  /// of another maker.
  public var leavesSHA256: Digest256?
  /// Whether they came in a frame, and so are known to be all there were.
  public var isFramed: Bool

  /// A record of these facts.
  public init(
    count: Int, bytes: Int, sha256: Digest256, saltID: String, time: TimeRange?,
    tally: EventTally, isFramed: Bool
  ) {
    self.count = count
    self.bytes = bytes
    self.sha256 = sha256
    self.saltID = saltID
    self.time = time
    self.tally = tally
    self.isFramed = isFramed
  }

  /// The record as a line of JSON in canonical form, with its newline.
  public var text: [UInt8] {
    CanonicalDocument.line { writer, output in
      writer.beginObject(into: &output)
      writer.member("kt", constant: "part/1", into: &output)
      writer.member("count", integer: count, into: &output)
      writer.member("bytes", integer: bytes, into: &output)
      writer.member("sha256", text: sha256.bytes.hexadecimal, into: &output)
      writer.member("salt_id", text: saltID, into: &output)
      writer.key("time", into: &output)
      if let time { time.write(&writer, into: &output) } else { writer.null(into: &output) }
      writer.key("tally", into: &output)
      tally.write(&writer, into: &output)
      writer.member("framed", boolean: isFramed, into: &output)
      if let leavesSHA256 {
        writer.member("leaves_sha256", text: leavesSHA256.bytes.hexadecimal, into: &output)
      }
      writer.endObject(into: &output)
    }
  }

  /// Reads a record; nil where `text` is none.
  public init?(_ text: Span<UInt8>) {
    var object = ObjectReader([
      "kt", "count", "bytes", "sha256", "salt_id", "time", "tally", "framed",
      "leaves_sha256",
    ])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    guard object.string("kt", of: text) == "part/1",
      let count = object.number("count", of: text), let bytes = object.number("bytes", of: text),
      let sha256 = object.digest("sha256", of: text).flatMap({ Digest256($0.span) }),
      let saltID = object.string("salt_id", of: text)
    else { return nil }
    let tallied = object.field("tally")
    guard
      let tally = tallied.kind == .absent ? EventTally(fields: []) : EventTally(tallied, of: text)
    else { return nil }
    let times = object.field("time")
    var time: TimeRange?
    if times.kind == .object {
      time = TimeRange(text.extracting(times.start..<times.end))
      if time == nil { return nil }
    } else if times.kind != .null, times.kind != .absent {
      return nil
    }
    self.init(
      count: count, bytes: bytes, sha256: sha256, saltID: saltID, time: time, tally: tally,
      // A part of another maker that does not say is taken for one without a frame.
      isFramed: object.boolean("framed") ?? false)
    guard object.field("leaves_sha256").kind != .absent else { return }
    guard let digest = object.digest("leaves_sha256", of: text).flatMap({ Digest256($0.span) })
    else { return nil }
    leavesSHA256 = digest
  }
}

/// Small documents of ours in canonical form.
enum CanonicalDocument {
  /// What `body` writes, one value, in canonical form with a newline behind it.
  static func line(_ body: (inout JSONWriter, inout Output) -> Void) -> [UInt8] {
    var plain = Output(capacity: 4096)
    var writer = JSONWriter()
    body(&writer, &plain)
    var form = CanonicalForm()
    var line = Output(capacity: 4096)
    do throws(CanonicalRefusal) {
      try form.append(value: plain.bytes, to: &line)
    } catch {
      preconditionFailure("a document of ours has a canonical form: \(error.rawValue)")
    }
    line.append(.newline)
    return Array(copying: line.bytes)
  }
}
