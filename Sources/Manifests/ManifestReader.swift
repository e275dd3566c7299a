import Bytes
import DecisionEvent
import EventJSON

/// A manifest that can't be read: the sentence for a message.
public struct ManifestProblem: Error, Equatable, Sendable {
  /// What is wrong with it.
  public let reason: String
}

extension ExportManifest {
  private static let names = [
    "format", "format_version", "template", "artifact", "artifacts", "media_type", "document",
    "content_encoding", "compression", "framed", "complete", "incompleteness", "stages", "tool",
    "tool_version", "created", "totals", "checkpoint", "checkpoints",
  ]

  /// Reads a manifest that kt-sink has written.
  ///
  /// - Throws: the sentence: not JSON, or the member that is missing or wrong.
  public init(_ text: Span<UInt8>) throws(ManifestProblem) {
    var object = ObjectReader(Self.names)
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      throw ManifestProblem(reason: "byte \(error.offset + 1): \(error.reason)")
    }
    guard object.string("format", of: text) == "kt-manifest" else {
      throw ManifestProblem(reason: "it is no manifest of kt-sink")
    }
    guard object.number("format_version", of: text) == 1 else {
      throw ManifestProblem(reason: "a manifest of a version this tool does not know; update it")
    }
    guard let mediaType = object.string("media_type", of: text),
      let tool = object.string("tool", of: text),
      let toolVersion = object.string("tool_version", of: text),
      let created = object.string("created", of: text).flatMap({ Timestamp($0) })
    else { throw ManifestProblem(reason: "media_type, tool, tool_version or created is missing") }
    self.init(mediaType: mediaType, tool: tool, toolVersion: toolVersion, created: created)
    template = object.string("template", of: text)
    isDocument = object.boolean("document") ?? false
    contentEncoding = object.string("content_encoding", of: text)
    isFramed = object.boolean("framed") ?? false
    isComplete = object.boolean("complete")
    incompleteness = object.string("incompleteness", of: text)
    compression = Self.compression(object.field("compression"), text)
    artifacts = try Self.artifacts(object, text)
    statedTotals = Self.totals(object.field("totals"), text)
    stages = try Self.stages(object.field("stages"), text)
    checkpoints = try Self.checkpoints(object, text)
  }

  private static func compression(_ field: Field, _ text: Span<UInt8>) -> Compression? {
    guard field.kind == .object else { return nil }
    let part = text.extracting(field.start..<field.end)
    var object = ObjectReader(["engine", "version", "level"])
    guard (try? object.read(part)) != nil, let engine = object.string("engine", of: part),
      let version = object.string("version", of: part), let level = object.number("level", of: part)
    else { return nil }
    return Compression(engine: engine, version: version, level: level)
  }

  private static func totals(_ field: Field, _ text: Span<UInt8>) -> Totals? {
    guard field.kind == .object else { return nil }
    let part = text.extracting(field.start..<field.end)
    var object = ObjectReader(["artifacts", "events", "bytes", "uncompressed_bytes"])
    guard (try? object.read(part)) != nil else { return nil }
    // A sum that is missing or no number differs from every real one.
    return Totals(
      artifacts: object.number("artifacts", of: part) ?? -1,
      events: object.number("events", of: part) ?? -1,
      bytes: object.number("bytes", of: part) ?? -1,
      uncompressedBytes: object.number("uncompressed_bytes", of: part) ?? -1)
  }

  private static func artifacts(
    _ object: ObjectReader, _ text: Span<UInt8>
  ) throws(ManifestProblem) -> [ArtifactEntry] {
    guard object.field("artifacts").kind == .array else {
      return [try ArtifactEntry(text, named: "artifact")]
    }
    var entries: [ArtifactEntry] = []
    var elements = ElementIterator(text, object.field("artifacts"))
    while let element = elements.next(text) {
      let part = text.extracting(element.start..<element.end)
      entries.append(try ArtifactEntry(part, named: "path"))
    }
    return entries
  }

  private static func checkpoints(
    _ object: ObjectReader, _ text: Span<UInt8>
  ) throws(ManifestProblem) -> [CheckpointEntry] {
    let single = object.field("checkpoint")
    if single.kind == .object {
      return [try CheckpointEntry(text.extracting(single.start..<single.end))]
    }
    guard object.field("checkpoints").kind == .array else { return [] }
    var entries: [CheckpointEntry] = []
    var elements = ElementIterator(text, object.field("checkpoints"))
    while let element = elements.next(text) {
      entries.append(try CheckpointEntry(text.extracting(element.start..<element.end)))
    }
    return entries
  }

  private static func stages(
    _ field: Field, _ text: Span<UInt8>
  ) throws(ManifestProblem) -> [StageRecord] {
    guard field.kind == .array else { throw ManifestProblem(reason: "stages is no array") }
    return try StageRecord.records(in: text.extracting(field.start..<field.end))
  }
}

extension ArtifactEntry {
  /// Reads an entry, whose path is the member `pathName`.
  fileprivate init(_ text: Span<UInt8>, named pathName: String) throws(ManifestProblem) {
    var object = ObjectReader([
      pathName, "bytes", "sha256", "events", "uncompressed_bytes", "uncompressed_sha256",
      "first_event_time", "last_event_time", "partition",
    ])
    guard (try? object.read(text)) != nil, let path = object.string(pathName, of: text),
      let bytes = object.number("bytes", of: text), let sha256 = object.digest("sha256", of: text),
      let uncompressedBytes = object.number("uncompressed_bytes", of: text),
      let uncompressedSHA256 = object.digest("uncompressed_sha256", of: text)
    else { throw ManifestProblem(reason: "an artifact has no path, bytes or sha256") }
    guard path.leadsInside else {
      throw ManifestProblem(reason: "an artifact's path leads out of the manifest's folder")
    }
    self.init(
      path: Path(path), bytes: bytes, sha256: sha256, events: object.number("events", of: text),
      uncompressedBytes: uncompressedBytes, uncompressedSHA256: uncompressedSHA256)
    first = object.string("first_event_time", of: text).flatMap { Timestamp($0) }
    last = object.string("last_event_time", of: text).flatMap { Timestamp($0) }
    partition = try Self.partition(object.field("partition"), text)
  }

  private static func partition(
    _ field: Field, _ text: Span<UInt8>
  ) throws(ManifestProblem) -> [PartitionValue] {
    guard field.kind == .object else { return [] }
    var values: [PartitionValue] = []
    var members = MemberIterator(text, field)
    while let member = members.next(text) {
      values.append(
        PartitionValue(
          name: StringEscapes.text(of: member.name, in: text),
          value: member.value.isString
            ? StringEscapes.text(of: member.value, in: text) : nil))
    }
    return values
  }
}

extension String {
  /// Whether it is a path that stays below the folder that it begins in.
  var leadsInside: Bool {
    !isEmpty && utf8.first != .slash && !utf8.contains(0)
      && !split(separator: "/").contains("..")
  }
}

extension StageRecord {
  /// Reads the records of a frame's end or of a manifest: a JSON array.
  ///
  /// - Throws: the sentence: no array, or the member that is missing or wrong.
  public static func records(in text: Span<UInt8>) throws(ManifestProblem) -> [StageRecord] {
    // A lookup takes objects; the array becomes the only member of one.
    var wrapped = Output(capacity: text.count + 16)
    wrapped.append("{\"stages\":")
    wrapped.append(text)
    wrapped.append(.closeBrace)
    let bytes = wrapped.bytes
    var object = ObjectReader(["stages"])
    guard (try? object.read(bytes)) != nil, object.field("stages").kind == .array else {
      throw ManifestProblem(reason: "stages is no array")
    }
    var records: [StageRecord] = []
    var elements = ElementIterator(bytes, object.field("stages"))
    while let element = elements.next(bytes) {
      records.append(try StageRecord(bytes.extracting(element.start..<element.end)))
    }
    return records
  }

  private init(_ text: Span<UInt8>) throws(ManifestProblem) {
    var object = ObjectReader([
      "tool", "version", "in", "out", "dropped", "malformed", "added", "options",
    ])
    guard (try? object.read(text)) != nil, let tool = object.string("tool", of: text),
      let version = object.string("version", of: text), let read = object.number("in", of: text),
      let written = object.number("out", of: text)
    else { throw ManifestProblem(reason: "a stage has no tool, version, in or out") }
    self.init(tool: tool, version: version, options: object.string("options", of: text) ?? "")
    self.read = read
    self.written = written
    dropped = object.number("dropped", of: text) ?? 0
    malformed = object.number("malformed", of: text) ?? 0
    added = object.number("added", of: text) ?? 0
  }
}
