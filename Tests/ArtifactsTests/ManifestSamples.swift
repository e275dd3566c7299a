import Bytes
import DecisionEvent
import Foundation
import Manifests
import TestSupport

/// Manifests and files for tests.
enum ManifestSamples {
  /// An artifact that holds `events` events; its sums are made of `fill`.
  static func artifact(_ path: String, events: Int?, fill: UInt8 = 1) -> ArtifactEntry {
    ArtifactEntry(
      path: Path(path), bytes: 10, sha256: [UInt8](repeating: fill, count: 32), events: events,
      uncompressedBytes: 20, uncompressedSHA256: [UInt8](repeating: fill, count: 32))
  }

  /// What a tool did that wrote all it read.
  static func stage(_ tool: String, _ events: Int, options: String = "") -> StageRecord {
    var stage = StageRecord(tool: tool, version: "1", options: options)
    (stage.read, stage.written) = (events, events)
    return stage
  }

  /// A complete export of these artifacts, whose stages fit them.
  static func export(
    _ artifacts: [ArtifactEntry], options: String = "", template: String? = "{team}"
  ) -> ExportManifest {
    var manifest = ExportManifest(
      mediaType: "application/x-ndjson", tool: "kt-sink", toolVersion: "1",
      created: Timestamp(seconds: 5))
    manifest.template = template
    manifest.artifacts = artifacts
    manifest.isFramed = true
    manifest.isComplete = true
    let events = manifest.totals.events
    manifest.stages = [stage("kt-source", events), stage("kt-sink", events, options: options)]
    return manifest
  }

  /// The manifest as it is read again.
  static func readBack(_ manifest: ExportManifest) throws -> ExportManifest {
    let text = collect { manifest.write(into: &$0) }
    return try ExportManifest(text.span)
  }
}

extension TemporaryFolder {
  /// Writes a file, making its folders.
  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A file's text, or nil where there is none.
  func content(of name: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path(name)) else { return nil }
    return try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// Gives a file a second name.
  func link(_ name: String, as other: String) throws {
    try FileManager.default.linkItem(atPath: path(name), toPath: path(other))
  }

  /// The folder, open.
  func open() throws -> Folder { try Folder(opening: Path(url.path)) }
}
