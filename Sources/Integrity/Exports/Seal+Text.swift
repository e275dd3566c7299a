import Bytes
import DecisionEvent
import EventJSON

// The seal as an event.
extension Seal {
  /// The seal in canonical form, without its receipt and without a newline.
  public var text: [UInt8] {
    let line = CanonicalDocument.line { writer, output in
      writer.beginObject(into: &output)
      writer.member("kt", constant: "seal/1", into: &output)
      writer.member("canon", constant: "kt-canon/1", into: &output)
      writer.member("tool", text: tool, into: &output)
      writer.member("origin", text: origin, into: &output)
      writer.member("export", text: export, into: &output)
      writer.member("salt_id", text: saltID, into: &output)
      writer.key("created", into: &output)
      writer.string(created, fraction: .exactly(0), into: &output)
      writer.member("first", integer: first, into: &output)
      writer.member("count", integer: count, into: &output)
      writer.key("prev", into: &output)
      previous.write(&writer, into: &output)
      writer.key("time", into: &output)
      if let time { time.write(&writer, into: &output) } else { writer.null(into: &output) }
      writer.key("tally", into: &output)
      tally.write(&writer, into: &output)
      writer.key("filter", into: &output)
      if let filter { writer.string(filter, into: &output) } else { writer.null(into: &output) }
      writer.key("source", into: &output)
      if let source { source.write(&writer, into: &output) } else { writer.null(into: &output) }
      writer.beginArray("files", into: &output)
      for file in files { file.write(&writer, into: &output) }
      writer.endArray(into: &output)
      if let isFramed { writer.member("framed", boolean: isFramed, into: &output) }
      writer.endObject(into: &output)
    }
    return line.dropLast()
  }

  /// Why a text is no seal: the member that is not as it must be.
  public struct Malformed: Error, Equatable, Sendable {
    /// The member's name; empty where the text is no object at all.
    public let member: String

    /// What is wrong, for a finding.
    public var reason: String {
      member.isEmpty ? "the manifest is no JSON object" : "\(member): not as a seal has it"
    }
  }

  /// Reads a seal; members that it does not know are left alone, as they are committed, too, and
  /// `files` may be masked.
  ///
  /// - Throws: the name of the first member that is missing or wrong; empty for what is no object.
  public init(_ text: Span<UInt8>) throws(Malformed) {
    var object = ObjectReader([
      "kt", "canon", "tool", "origin", "export", "salt_id", "created", "first", "count", "prev",
      "time", "tally", "filter", "source", "files", "framed",
    ])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      throw Malformed(member: "")
    }
    func string(_ name: String) throws(Malformed) -> String {
      guard let value = object.string(name, of: text) else { throw Malformed(member: name) }
      return value
    }
    func number(_ name: String) throws(Malformed) -> Int {
      guard let value = object.number(name, of: text), value < 1 << 48 else {
        throw Malformed(member: name)
      }
      return value
    }
    guard try string("kt") == "seal/1" else { throw Malformed(member: "kt") }
    guard try string("canon") == "kt-canon/1" else { throw Malformed(member: "canon") }
    guard let created = Timestamp(try string("created")) else { throw Malformed(member: "created") }
    let previous = object.field("prev")
    guard previous.kind == .object,
      let before = LogState(text.extracting(previous.start..<previous.end))
    else { throw Malformed(member: "prev") }
    self.init(
      tool: try string("tool"), created: created, origin: try string("origin"),
      export: try string("export"), saltID: try string("salt_id"), count: try number("count"),
      previous: before)
    guard try number("first") == first else { throw Malformed(member: "first") }
    filter = object.string("filter", of: text)
    isFramed = object.boolean("framed")
    try readParts(object, text)
  }

  private mutating func readParts(
    _ object: ObjectReader, _ text: Span<UInt8>
  ) throws(Malformed) {
    let times = object.field("time")
    if times.kind == .object {
      time = TimeRange(text.extracting(times.start..<times.end))
      if time == nil { throw Malformed(member: "time") }
    }
    let source = object.field("source")
    if source.kind == .object {
      self.source = LogSource(text.extracting(source.start..<source.end))
      if self.source == nil { throw Malformed(member: "source") }
    }
    let counts = object.field("tally")
    if counts.kind == .object {
      guard let tally = EventTally(counts, of: text) else { throw Malformed(member: "tally") }
      self.tally = tally
    }
    let files = object.field("files")
    guard files.kind == .array else { return }
    var elements = ElementIterator(text, files)
    while let element = elements.next(text) {
      guard element.kind == .object,
        let file = FileRecord(text.extracting(element.start..<element.end))
      else { throw Malformed(member: "files") }
      self.files.append(file)
    }
  }
}
