import Bytes
import Manifests
import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct JoinedExportTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func write(_ manifest: ExportManifest, to name: String) throws {
    let text = collect { manifest.write(into: &$0) }
    try temporary.write(String(decoding: text, as: UTF8.self), to: name)
  }

  @Test func folderNamesTheManifestInIt() throws {
    try write(
      ManifestSamples.export([ManifestSamples.artifact("a", events: 1)]), to: "q1/manifest.json")
    for name in ["q1", "q1/manifest.json"] {
      let export = try JoinedExport(Path(temporary.path(name)))
      #expect(export.path == Path(temporary.path("q1/manifest.json")))
      #expect(export.manifest.artifacts.count == 1)
    }
  }

  private func problem(_ manifest: ExportManifest) throws -> Problem? {
    try write(manifest, to: "m")
    return #expect(throws: Problem.self) { _ = try JoinedExport(Path(temporary.path("m"))) }
  }

  @Test func documentsAreNotJoined() throws {
    var document = ManifestSamples.export([ManifestSamples.artifact("a", events: nil)])
    #expect(try problem(document)?.status == .badInput)
    document = ManifestSamples.export([ManifestSamples.artifact("a", events: 1)])
    document.isDocument = true
    #expect(try problem(document)?.message.contains("only events are joined") == true)
  }

  @Test func manifestThatDoesNotReconcileIsRefused() throws {
    var manifest = ManifestSamples.export([ManifestSamples.artifact("a", events: 2)])
    manifest.stages[1].written = 1
    let problem = try problem(manifest)
    #expect(problem?.status == .badInput)
    #expect(problem?.message.contains("wrote other than the events") == true)
  }

  @Test(arguments: ["manifest.json", "SHA256SUMS", "a.manifest.json", "x/manifest.json"])
  func namesOfManifestsAreRefused(name: String) throws {
    let manifest = ManifestSamples.export([ManifestSamples.artifact(name, events: 1)])
    #expect(try problem(manifest)?.status == .failure)
  }

  @Test(arguments: ["", "{}", "{\"format\":\"kt-manifest\""])
  func fileThatIsNoManifestIsRefused(text: String) throws {
    try temporary.write(text, to: "m")
    let path = Path(temporary.path("m"))
    let problem = #expect(throws: Problem.self) { _ = try JoinedExport(path) }
    #expect(problem?.status == .badInput)
  }

  @Test func missingFileIsAFailure() {
    let path = Path(temporary.path("nowhere"))
    let problem = #expect(throws: Problem.self) { _ = try JoinedExport(path) }
    #expect(problem?.status == .failure)
  }
}
