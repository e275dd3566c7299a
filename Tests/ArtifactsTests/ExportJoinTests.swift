import Bytes
import Compression
import DecisionEvent
import Digests
import Foundation
import Manifests
import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct ExportJoinTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  /// Makes an export of one artifact, which holds `text`; gives its manifest.
  private func part(
    _ name: String, _ text: String, change: (inout ExportManifest) -> Void = { _ in }
  ) throws -> Path {
    let content = StoredContent(of: Array(text.utf8).span)
    let entry = ArtifactEntry(
      path: Path(name), bytes: content.bytes, sha256: content.sha256,
      events: text.utf8.count { $0 == .newline }, uncompressedBytes: content.bytes,
      uncompressedSHA256: content.sha256)
    var manifest = ManifestSamples.export([entry], options: name, template: nil)
    change(&manifest)
    let bytes = collect { manifest.write(into: &$0) }
    try temporary.write(text, to: "parts/\(name)")
    try temporary.write(
      String(decoding: bytes, as: UTF8.self), to: "parts/\(name).manifest.json")
    return Path(temporary.path("parts/\(name).manifest.json"))
  }

  private func join(_ manifests: [Path], allowsPartial: Bool = false) throws {
    let options = ArtifactOptions(try CompressionMethod(.plain, engine: .auto, level: nil))
    try ExportJoin(
      into: temporary.path("whole"), options: options, checkpoint: nil,
      allowsPartial: allowsPartial,
      created: Timestamp(seconds: 7),
      tool: ToolIdentity(name: "kt-sink", version: "1", options: "")
    ).run(manifests)
  }

  private func joined() throws -> ExportManifest {
    let text = try #require(try temporary.content(of: "whole/manifest.json"))
    return try ExportManifest(Array(text.utf8).span)
  }

  /// What is in the folder of the whole export.
  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporary.path("whole")))?.sorted() ?? []
  }

  @Test func artifactsOfAllPartsAreOneExport() throws {
    try join([try part("b.jsonl", "{}\n"), try part("a.jsonl", "{}\n{}\n")])
    #expect(names == ["SHA256SUMS", "a.jsonl", "b.jsonl", "manifest.json"])
    let manifest = try joined()
    #expect(manifest.artifacts.map(\.path.text) == ["a.jsonl", "b.jsonl"])
    #expect(manifest.totals.events == 3 && manifest.created == Timestamp(seconds: 7))
    #expect(manifest.isFramed && manifest.isComplete == true)
    // Each part's chain of tools, in the order given.
    #expect(manifest.stages.map(\.options) == ["", "b.jsonl", "", "a.jsonl"])
    #expect(ManifestCheck.differences(in: manifest) == [])
    let findings = try ExportVerification { Issue.record("\($0)") }
      .run(Path(temporary.path("whole")))
    #expect(findings == 0)
    let sums = try temporary.content(of: "whole/SHA256SUMS")
    #expect(sums?.split(separator: "\n").map { $0.suffix(9) } == ["  a.jsonl", "  b.jsonl"])
  }

  @Test func sameExportAgainChangesNothing() throws {
    let parts = [try part("a", "{}\n"), try part("b", "")]
    try join(parts)
    let manifest = try temporary.content(of: "whole/manifest.json")
    try join(parts)
    #expect(try temporary.content(of: "whole/manifest.json") == manifest)
    let problem = #expect(throws: Problem.self) { try join([parts[0]]) }
    #expect(problem?.status == .failure)
    #expect(try temporary.content(of: "whole/manifest.json") == manifest)
  }

  @Test(arguments: [false, nil])
  func whatOnePartIsNotTheWholeIsNot(isComplete: Bool?) throws {
    let odd = try part("b", "{}\n") { manifest in
      manifest.isComplete = isComplete
      manifest.isFramed = false
      manifest.incompleteness = isComplete == nil ? nil : "1 malformed line left out"
      manifest.compression = .init(engine: "zlib", version: "1", level: 6)
    }
    let parts = [try part("a", "{}\n"), odd, try part("c", "{}\n")]
    if isComplete == false { #expect(throws: Problem.self) { try join(parts) } }
    try join(parts, allowsPartial: true)
    let manifest = try joined()
    #expect(manifest.isComplete == isComplete && !manifest.isFramed)
    #expect(manifest.incompleteness == (isComplete == nil ? nil : "1 malformed line left out"))
    #expect(manifest.compression == nil)
  }

  /// What is wrong with the second of two parts.
  enum Fault: CaseIterable {
    case otherBytes, shorter, missing, link, sameName, otherKind
  }

  @Test(arguments: Fault.allCases)
  func nothingIsThereWhereOnePartIsWrong(fault: Fault) throws {
    let first = try part("a", "{\"n\":1}\n")
    let name = fault == .sameName ? "a" : "b"
    let second = try part(name, "{\"n\":1}\n") { manifest in
      if fault == .otherKind { manifest.mediaType = "text/plain" }
    }
    switch fault {
    case .otherBytes: try temporary.write("{\"n\":2}\n", to: "parts/b")
    case .shorter: try temporary.write("{}\n", to: "parts/b")
    case .missing, .link: try FileManager.default.removeItem(atPath: temporary.path("parts/b"))
    case .sameName, .otherKind: break
    }
    if fault == .link {
      try FileManager.default.createSymbolicLink(
        atPath: temporary.path("parts/b"), withDestinationPath: "a")
    }
    let problem = #expect(throws: Problem.self) { try join([first, second]) }
    let isBad = [.otherBytes, .shorter, .otherKind].contains(fault)
    #expect(problem?.status == (isBad ? .badInput : .failure))
    #expect(names == [])
  }
}
