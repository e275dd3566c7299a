import Bytes
import DecisionEvent
import Foundation
import Manifests
import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct OldExportTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func read(replaces: Bool) throws -> OldExport? {
    try OldExport.read(in: try temporary.open(), at: Path("out"), replaces: replaces)
  }

  @Test func withoutAManifestThereIsNoOldExport() throws {
    try temporary.write("x", to: "a.jsonl")
    #expect(try read(replaces: false) == nil)
  }

  @Test func manifestThatIsThereIsRead() throws {
    let manifest = ManifestSamples.export([ManifestSamples.artifact("a", events: 1)])
    let text = collect { manifest.write(into: &$0) }
    try temporary.write(String(decoding: text, as: UTF8.self), to: "manifest.json")
    for replaces in [false, true] {
      let old = try read(replaces: replaces)
      #expect(old?.manifest?.artifacts == manifest.artifacts)
    }
  }

  @Test func manifestThatCantBeReadIsReplacedOnlyWhereThatIsAsked() throws {
    try temporary.write("{\"format\":", to: "manifest.json")
    let problem = #expect(throws: Problem.self) { try read(replaces: false) }
    #expect(problem?.status == .failure)
    #expect(problem?.message.hasPrefix("out/manifest.json: byte ") == true)
    #expect(problem?.message.hasSuffix("; --force replaces it") == true)
    let old = try #require(try read(replaces: true))
    #expect(old.manifest == nil)
  }

  @Test(arguments: [false, true])
  func whatIsNoFileIsNeverReplaced(isLink: Bool) throws {
    if isLink {
      try FileManager.default.createSymbolicLink(
        atPath: temporary.path("manifest.json"), withDestinationPath: "elsewhere")
    } else {
      try temporary.write("", to: "manifest.json/file")
    }
    for replaces in [false, true] {
      let problem = #expect(throws: Problem.self) { try read(replaces: replaces) }
      #expect(problem?.status == .failure)
    }
  }

  // MARK: What an export adds to the one that follows it

  private func merged(_ old: ExportManifest, _ new: ExportManifest) -> ExportManifest {
    var later = new
    old.merge(into: &later)
    return later
  }

  @Test func artifactsOfBothStandInTheOrderOfPaths() throws {
    let old = ManifestSamples.export(
      ["b", "a/z", "c"].map { ManifestSamples.artifact($0, events: 2) })
    let new = ManifestSamples.export(
      ["a.b", "bb"].map { ManifestSamples.artifact($0, events: 3) })
    let both = merged(old, new)
    // By bytes: "." stands before "/".
    #expect(both.artifacts.map(\.path.text) == ["a.b", "a/z", "b", "bb", "c"])
    #expect(both.totals.events == 12 && both.created == new.created)
  }

  @Test(arguments: ["", "--append"])
  func stagesReconcileWithTheArtifactsOfBoth(options: String) throws {
    let old = ManifestSamples.export([ManifestSamples.artifact("a", events: 2)])
    let new = ManifestSamples.export([ManifestSamples.artifact("b", events: 3)], options: options)
    let once = merged(old, new)
    let twice = merged(
      once, ManifestSamples.export([ManifestSamples.artifact("c", events: 4)], options: options))
    for manifest in [once, twice] {
      let readBack = try ManifestSamples.readBack(manifest)
      #expect(ManifestCheck.differences(in: readBack) == [])
    }
  }

  @Test(
    arguments: [
      (true, true, true), (true, nil, nil), (nil, true, nil), (nil, nil, nil),
      (false, true, false), (true, false, false), (false, nil, false), (nil, false, false),
      (false, false, false),
    ] as [(Bool?, Bool?, Bool?)])
  func completeIsOnlyWhatIsCompleteThroughout(old: Bool?, new: Bool?, both: Bool?) {
    var (first, second) = (ManifestSamples.export([]), ManifestSamples.export([]))
    (first.isComplete, second.isComplete) = (old, new)
    first.incompleteness = old == false ? "old reason" : nil
    second.incompleteness = new == false ? "new reason" : nil
    let result = merged(first, second)
    #expect(result.isComplete == both)
    #expect((result.incompleteness != nil) == (both == false))
  }

  @Test func framedIsOnlyWhatIsFramedThroughout() {
    for (old, new) in [(true, true), (true, false), (false, true), (false, false)] {
      var (first, second) = (ManifestSamples.export([]), ManifestSamples.export([]))
      (first.isFramed, second.isFramed) = (old, new)
      #expect(merged(first, second).isFramed == (old && new))
    }
  }

  @Test func sameArtifactsHaveTheSamePathsAndContent() {
    func export(_ paths: [String], fill: UInt8 = 1) -> ExportManifest {
      ManifestSamples.export(
        paths.map { ManifestSamples.artifact($0, events: 1, fill: fill) },
        options: paths.joined())
    }
    #expect(export(["a", "b"]).hasSameArtifacts(as: export(["a", "b"])))
    #expect(export([]).hasSameArtifacts(as: export([])))
    for other in [export(["a"]), export(["a", "c"]), export(["a", "b", "c"]), export([])] {
      #expect(!export(["a", "b"]).hasSameArtifacts(as: other))
    }
    #expect(!export(["a"]).hasSameArtifacts(as: export(["a"], fill: 2)))
  }

  @Test func sumsAreThoseThatSha256sumReads() throws {
    try temporary.write("text", to: "sums/a b")
    for name in ["plain", "back\\slash", "new\nline", "carriage\rreturn", "é"] {
      try temporary.write("content of \(name)", to: name)
    }
    let result = try runScript("rm -r sums; sha256sum -- *", in: temporary.url)
    try #require(result.status == 0)
    // The tool's own spelling of each name is what must be written.
    for line in result.outputText.split(separator: "\n") {
      let isEscaped = line.hasPrefix("\\")
      let rest = isEscaped ? line.dropFirst() : line
      let spelled = String(rest.dropFirst(66))
      let name =
        isEscaped
        ? spelled.replacingOccurrences(of: "\\n", with: "\n")
          .replacingOccurrences(of: "\\r", with: "\r").replacingOccurrences(of: "\\\\", with: "\\")
        : spelled
      let digits = Array(rest.prefix(64).utf8)
      let sum = stride(from: 0, to: 64, by: 2).map { offset in
        UInt8(String(decoding: digits[offset..<offset + 2], as: UTF8.self), radix: 16) ?? 0
      }
      let entry = ArtifactEntry(
        path: Path(name), bytes: 1, sha256: sum, events: 1, uncompressedBytes: 1,
        uncompressedSHA256: sum)
      let written = collect { entry.writeSum(into: &$0) }
      #expect(String(decoding: written, as: UTF8.self) == "\(line)\n")
    }
  }
}
