import Bytes
import DecisionEvent
import Manifests
import TestSupport
import Testing

@Suite struct ManifestReaderTests {
  private func artifact(_ path: String, events: Int?) -> ArtifactEntry {
    var entry = ArtifactEntry(
      path: Path(path), bytes: 10, sha256: [UInt8](repeating: 0xAB, count: 32), events: events,
      uncompressedBytes: 20, uncompressedSHA256: [UInt8](repeating: 1, count: 32))
    entry.first = Timestamp("2026-01-01")
    entry.last = Timestamp("2026-01-02T03:04:05.5Z")
    return entry
  }

  private func manifest(template: String?, _ artifacts: [ArtifactEntry]) -> ExportManifest {
    var manifest = ExportManifest(
      mediaType: "application/x-ndjson", tool: "kt-sink", toolVersion: "1",
      created: Timestamp(seconds: 5))
    manifest.template = template
    manifest.contentEncoding = "gzip"
    manifest.compression = ExportManifest.Compression(engine: "zlib", version: "\"1\"", level: 6)
    manifest.artifacts = artifacts
    manifest.isFramed = true
    manifest.isComplete = false
    manifest.incompleteness = "a \"reason\""
    var stage = StageRecord(tool: "kt-wrap", version: "1", options: "-- sed 's/\"//'")
    (stage.read, stage.written, stage.added) = (2, 3, 1)
    manifest.stages = [stage]
    return manifest
  }

  private func readBack(_ manifest: ExportManifest) throws -> ExportManifest {
    let text = collect { manifest.write(into: &$0) }
    return try ExportManifest(text.span)
  }

  @Test func anExportIsReadAsItWasWritten() throws {
    var first = artifact("2026-01-01/a\\b\"%2F.jsonl.gz", events: 3)
    first.partition = [
      .init(name: "date", value: "2026-01-01"), .init(name: "team", value: "a\u{1}\"b\n"),
      .init(name: ".x", value: nil),
    ]
    let written = manifest(template: "{date}/{team}.jsonl.gz", [first, artifact("b", events: 0)])
    let read = try readBack(written)
    #expect(read.statedTotals == written.totals)
    #expect(read.artifacts == written.artifacts && read.stages == written.stages)
    #expect(read.template == written.template && read.compression == written.compression)
    #expect(read.isComplete == false && read.incompleteness == written.incompleteness)
    #expect(read.first == Timestamp("2026-01-01") && read.created == written.created)
  }

  @Test(arguments: [3, nil] as [Int?])
  func aSingleArtifactIsReadAsItWasWritten(events: Int?) throws {
    var written = manifest(template: nil, [artifact("a.jsonl.gz", events: events)])
    written.isDocument = events == nil
    let read = try readBack(written)
    #expect(read == written)
  }

  private static func checkpoint(_ path: String, size: Int = 107) -> CheckpointEntry {
    CheckpointEntry(
      path: Path(path), bytes: 192, sha256: [UInt8](repeating: 2, count: 32),
      origin: "audit.example/\"a\\é", size: size, root: "cNbr+F9r/FE=")
  }

  @Test func checkpointsAreReadAsTheyWereWritten() throws {
    for template in [nil, "{date}"] {
      var written = manifest(template: template, [artifact("a", events: 3)])
      #expect(try readBack(written).checkpoints == [])
      written.checkpoints = [Self.checkpoint("q1.kt/checkpoint")]
      #expect(try readBack(written).checkpoints == written.checkpoints)
      written.checkpoints.append(Self.checkpoint("c", size: 0))
      #expect(try readBack(written).checkpoints == written.checkpoints)
    }
  }

  @Test(arguments: ["../c", "/c", "a/../c", ""])
  func aCheckpointThatLeadsOutIsRefused(path: String) throws {
    var written = manifest(template: nil, [artifact("a", events: 3)])
    written.checkpoints = [Self.checkpoint(path)]
    #expect(throws: ManifestProblem.self) { try readBack(written) }
  }

  @Test(arguments: ["../a", "/etc/passwd", "a/../../b", ""])
  func aPathThatLeadsOutIsRefused(path: String) throws {
    let text = collect {
      manifest(template: "{date}", [artifact(path, events: 1)]).write(into: &$0)
    }
    #expect(throws: ManifestProblem.self) { try ExportManifest(text.span) }
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"format":"kt-manifest","format_version":2}"#, #"{"format":"other"}"#,
  ])
  func whatIsNoManifestIsRefused(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: ManifestProblem.self) { try ExportManifest(bytes.span) }
  }

  @Test func framesOfOneChainAreAddedUp() {
    var stage = StageRecord(tool: "kt-source", version: "1", options: "")
    (stage.read, stage.written, stage.dropped) = (5, 4, 1)
    var records = [stage]
    StageRecord.merge([stage], into: &records)
    #expect(records.count == 1 && records[0].read == 10 && records[0].written == 8)
    #expect(records[0].isBalanced)
    var other = stage
    other.options = "--since 2026-01-01"
    StageRecord.merge([other], into: &records)
    #expect(records.count == 2)
  }
}
