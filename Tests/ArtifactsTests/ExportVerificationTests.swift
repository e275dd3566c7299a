import Bytes
import Manifests
import Testing

@testable import Artifacts

@Suite struct ManifestCheckTests {
  private func export(_ events: [Int?] = [2, 3]) -> ExportManifest {
    ManifestSamples.export(
      events.indices.map { ManifestSamples.artifact("a\($0)", events: events[$0]) })
  }

  private func differences(
    _ change: (inout ExportManifest) -> Void = { _ in }
  ) throws -> [String] {
    var manifest = export()
    change(&manifest)
    return ManifestCheck.differences(in: try ManifestSamples.readBack(manifest))
  }

  /// The differences of a manifest whose text was changed.
  private func differences(replacing old: String, with new: String) throws -> [String] {
    let manifest = export()
    var text = Output(capacity: 100)
    manifest.write(into: &text)
    let parts = String(copying: text.bytes).split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let bytes = Array(parts.joined(separator: new).utf8)
    return ManifestCheck.differences(in: try ExportManifest(bytes.span))
  }

  @Test func whatReconcilesHasNoDifferences() throws {
    #expect(try differences() == [])
    #expect(
      try differences {
        $0.template = nil
        $0.artifacts.removeLast()
        fit(&$0, 2)
      } == [])
  }

  private func fit(_ manifest: inout ExportManifest, _ events: Int) {
    manifest.stages = [ManifestSamples.stage("kt-sink", events)]
  }

  @Test(arguments: [
    ("\"artifacts\": 2,", "\"artifacts\": 3,"), ("\"events\": 5", "\"events\": 6"),
    ("\"bytes\": 20,", "\"bytes\": 21,"),
    ("\"uncompressed_bytes\": 40", "\"uncompressed_bytes\": 0"),
    ("\"uncompressed_bytes\": 40", "\"x\": 40"), ("\"events\": 5", "\"events\": \"5\""),
  ])
  func everyTotalIsCompared(old: String, new: String) throws {
    #expect(
      try differences(replacing: old, with: new) == ["totals are not the sums of the artifacts"])
  }

  @Test func totalsOfAnExportMustBeThere() throws {
    #expect(try differences(replacing: "\"totals\"", with: "\"sums\"") == ["totals are missing"])
  }

  @Test func artifactListedTwiceIsTold() throws {
    let found = try differences {
      $0.artifacts.append($0.artifacts[0])
      fit(&$0, 7)
    }
    #expect(found == ["an artifact is listed twice"])
  }

  @Test(arguments: [0, 4, 6])
  func sinkMustHaveWrittenTheEventsOfTheArtifacts(written: Int) throws {
    let found = try differences { fit(&$0, written) }
    #expect(found.count == 1 && found[0].contains("wrote other than the events of the artifacts"))
  }

  @Test func exportWithoutTheSinksEntryIsTold() throws {
    #expect(try differences { $0.stages.removeAll() }.count == 1)
    #expect(try differences { $0.stages = [ManifestSamples.stage("kt-source", 5)] }.count == 1)
  }

  @Test func stageThatLosesEventsIsTold() throws {
    let found = try differences { $0.stages[0].read += 1 }
    #expect(found == ["'kt-source' read other than it wrote and left out"])
    #expect(
      try differences {
        $0.stages[0].read += 1
        $0.stages[0].dropped += 1
      } == [])
  }

  @Test func documentsHaveNoEventsToReconcile() throws {
    var manifest = export([nil])
    manifest.stages = [ManifestSamples.stage("kt-sink", 0)]
    #expect(ManifestCheck.differences(in: try ManifestSamples.readBack(manifest)) == [])
  }
}
