import Bytes
import Compression
import DecisionEvent
import EventJSON
import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct ManifestTests {
  /// The members of a manifest as they are spelled, absent ones left out.
  private func members(_ manifest: Manifest) throws -> [String: String] {
    let bytes = collect { manifest.write(into: &$0) }
    let names = [
      "format", "artifact", "bytes", "sha256", "media_type", "content_encoding", "compression",
      "events", "uncompressed_bytes", "uncompressed_sha256", "first_event_time", "framed",
      "complete", "incompleteness", "stages", "tool", "created",
    ]
    var builder = LookupBuilder()
    let slots = try names.map { builder.slot(for: try FieldPath($0)) }
    let lookup = builder.finish()
    var table = lookup.makeTable()
    try lookup.scan(bytes.span, into: &table)
    var found: [String: String] = [:]
    for (name, slot) in zip(names, slots) where table[slot].kind != .absent {
      found[name] = String(decoding: bytes[table[slot].start..<table[slot].end], as: UTF8.self)
    }
    return found
  }

  private func manifest(
    isGzip: Bool, incompleteness: String?, stages: String
  ) throws -> Manifest {
    var counts = Counts()
    counts.read = 3
    counts.written = 2
    counts.malformed = 1
    var observation = Observation()
    observation.note(Timestamp("2026-01-01"))
    return Manifest(
      artifact: Path("a \"b\".jsonl"),
      content: ArtifactContent(
        stored: StoredContent(bytes: 10, sha256: [0x00, 0xFF]), uncompressedBytes: 20,
        uncompressedSHA256: [0xAB]),
      mediaType: MediaType(artifact: isGzip ? "a.gz" : "a"),
      compression: try CompressionMethod(isGzip ? .gzip : .plain, engine: .zlib, level: 6),
      counts: counts,
      observation: observation, isFramed: true, isComplete: incompleteness == nil,
      incompleteness: incompleteness, stages: Array(stages.utf8),
      tool: ToolIdentity(name: "kt-sink", version: "1", options: ""), created: Timestamp(seconds: 0)
    )
  }

  @Test func manifestSaysWhatTheArtifactIs() throws {
    let found = try members(try manifest(isGzip: true, incompleteness: nil, stages: ""))
    #expect(found["artifact"] == #"a \"b\".jsonl"# && found["bytes"] == "10")
    #expect(found["sha256"] == "00ff" && found["uncompressed_sha256"] == "ab")
    #expect(found["content_encoding"] == "gzip" && found["compression"]?.contains("6") == true)
    #expect(found["events"] == "2" && found["uncompressed_bytes"] == "20")
    #expect(found["first_event_time"] == "2026-01-01T00:00:00Z")
    #expect(found["framed"] == "true" && found["complete"] == "true")
    #expect(found["incompleteness"] == nil && found["created"] == "1970-01-01T00:00:00Z")
  }

  @Test func whatIsMissingIsSaid() throws {
    let found = try members(try manifest(isGzip: false, incompleteness: "a \"reason\"", stages: ""))
    #expect(found["complete"] == "false" && found["incompleteness"] == #"a \"reason\""#)
    #expect(found["content_encoding"] == "null" && found["compression"] == nil)
  }

  @Test(arguments: ["", #"{"tool":"kt-source"}"#, #"{"tool":"kt-source"},{"tool":"kt-filter"}"#])
  func ownStageStandsBehindThoseBefore(stages: String) throws {
    let found = try members(try manifest(isGzip: false, incompleteness: nil, stages: stages))
    let list = try #require(found["stages"])
    let own =
      #"{"tool":"kt-sink","version":"1","in":3,"out":2,"dropped":0,"malformed":1,"options":""}"#
    let spaceless = list.filter { !$0.isWhitespace }
    #expect(spaceless == "[\(stages.isEmpty ? "" : "\(stages),")\(own)]")
  }
}
