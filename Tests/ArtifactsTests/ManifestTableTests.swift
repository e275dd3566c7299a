import Bytes
import DecisionEvent
import Foundation
import Manifests
import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct ManifestTableTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func write(_ manifest: ExportManifest, to name: String = "manifest.json") throws {
    let text = collect { manifest.write(into: &$0) }
    try temporary.write(String(decoding: text, as: UTF8.self), to: name)
  }

  private func table(_ path: String) throws -> String {
    let bytes = try collect { output throws in
      try ManifestTable.write(Path(path), into: &output)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func tableHasALineForEachArtifactAndTheTotals() throws {
    var first = ManifestSamples.artifact("2026-01-01/legal.gz", events: 1_234)
    first.first = Timestamp("2026-01-01T00:00:00Z")
    first.last = Timestamp("2026-01-01T23:00:00.5Z")
    let manifest = ManifestSamples.export([first, ManifestSamples.artifact("b", events: 1)])
    try write(manifest)
    let lines = try table(temporary.url.path).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(
      Array(lines.prefix(4)) == [
        "artifact             events  bytes  uncompressed  first event           last event",
        "2026-01-01/legal.gz    1234     10            20  2026-01-01T00:00:00Z  2026-01-01T23:00:00.5Z",
        "b                         1     10            20  -                     -",
        "total: 2               1235     20            40  2026-01-01T00:00:00Z  2026-01-01T23:00:00.5Z",
      ])
    #expect(lines.contains("complete: yes"))
    #expect(lines.contains("stage: kt-source 1: 1235 read, 1235 written, 0 dropped, 0 malformed"))
    #expect(try table(temporary.path("manifest.json")) == table(temporary.url.path))
  }

  @Test func incompletenessAndItsReasonAreShown() throws {
    var manifest = ManifestSamples.export([])
    manifest.isComplete = false
    manifest.incompleteness = "no end frame"
    try write(manifest)
    #expect(try table(temporary.url.path).contains("\ncomplete: no: no end frame\n"))
    manifest.isComplete = nil
    try write(manifest)
    #expect(try table(temporary.url.path).contains("\ncomplete: not known"))
  }

  // spec/faults.md: "human tables on a tty are escaped (kubectl CVE-2021-25743, \r too)".
  @Test func nothingInAManifestReachesTheTerminalAsACommand() throws {
    let hostile = "\u{1B}[31m\r\n\t\u{9B}2J\u{202E}\u{2028}\u{FEFF}\u{7F}\u{0}x"
    var artifact = ManifestSamples.artifact("a" + hostile.replacing("\0", with: ""), events: 1)
    artifact.partition = [.init(name: hostile, value: hostile)]
    var manifest = ManifestSamples.export([artifact], options: hostile, template: hostile)
    manifest.isComplete = false
    manifest.incompleteness = hostile
    manifest.compression = .init(engine: hostile, version: hostile, level: 1)
    manifest.stages[0].tool = hostile
    manifest.stages[0].version = hostile
    manifest.tool = hostile
    manifest.toolVersion = hostile
    manifest.mediaType = hostile
    manifest.contentEncoding = hostile
    try write(manifest, to: "x.manifest.json")
    let shown = try table(temporary.path("x.manifest.json"))
    let isHarmless = shown.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || !hostile.unicodeScalars.contains(scalar) || scalar == "x"
        || "[31m2J".unicodeScalars.contains(scalar)
    }
    #expect(isHarmless)
    #expect(shown.contains("\\u{1b}[31m\\u{d}"))
    // One line for each fact: no value begins another one.
    #expect(shown.split(separator: "\n").filter { $0.hasPrefix("stage: ") }.count == 2)
    #expect(shown.split(separator: "\n").count == 9)
  }

  @Test func whatIsNoManifestIsAProblem() throws {
    try temporary.write("{}", to: "manifest.json")
    let problem = #expect(throws: Problem.self) { try table(temporary.url.path) }
    #expect(problem?.status == .badInput)
    #expect(problem?.message.hasSuffix("manifest.json: it is no manifest of kt-sink") == true)
    let missing = #expect(throws: Problem.self) { try table(temporary.path("none.json")) }
    #expect(missing?.status == .failure)
    #expect(missing?.message.hasSuffix("No such file or directory") == true)
  }
}
