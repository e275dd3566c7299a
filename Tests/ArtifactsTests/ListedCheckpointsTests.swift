import Bytes
import Digests
import Foundation
import Manifests
import TestSupport
import Testing

@testable import Artifacts

@Suite struct ListedCheckpointsTests {
  private static let text = "log\n1\nroot\n\n— log sig\n"

  private func entry(_ path: String, _ text: String = Self.text, size: Int = 1) -> CheckpointEntry {
    let bytes = Array(text.utf8)
    let content = StoredContent(of: bytes.span)
    return CheckpointEntry(
      path: Path(path), bytes: content.bytes, sha256: content.sha256, origin: "log", size: size,
      root: "root")
  }

  @Test(arguments: [
    ("q1.kt/checkpoint", ".", "q1.kt/checkpoint"), ("./a/b/c", ".", "a/b/c"),
    ("q1/x.kt/checkpoint", "q1", "x.kt/checkpoint"), ("q1/a/b/c", "./q1/", "a/b/c"),
    ("q1.kt/checkpoint", "q1", "q1.kt/checkpoint"),
    ("/x/q1.kt/checkpoint", "q1", "q1.kt/checkpoint"),
    ("/x/q1/y/q1.kt/checkpoint", "/x/q1", "y/q1.kt/checkpoint"), ("x/y", "/x", "x/y"),
    ("../q1.kt/checkpoint", ".", "q1.kt/checkpoint"), ("../checkpoint", ".", "checkpoint"),
    ("q1/../checkpoint", "q1", "checkpoint"), ("checkpoint", "q1", "checkpoint"),
  ])
  func pathBeginsInOrBesideTheManifestsFolder(file: String, folder: String, path: String) throws {
    var manifest = ManifestSamples.export([ManifestSamples.artifact("a", events: 1)])
    manifest.list(entry(file), besides: Path(folder))
    #expect(manifest.checkpoints.map(\.path.text) == [path])
    #expect(try ManifestSamples.readBack(manifest).checkpoints == manifest.checkpoints)
  }

  @Test func checkpointIsFoundInTheFolderAndBesideIt() throws {
    let temporary = try TemporaryFolder()
    for place in ["q1/x/checkpoint", "x/checkpoint"] {
      try temporary.write("", to: "q1/file")
      func difference() throws -> String? {
        let folder = try Folder(opening: Path(temporary.path("q1")))
        return CheckpointCheck.difference(entry("x/checkpoint"), in: folder)
      }
      try temporary.write(Self.text, to: place)
      #expect(try difference() == nil)
      try temporary.write(Self.text + "— second key\n", to: place)
      #expect(try difference() == nil)
      for added in ["x", "\n", "— no newline", "— a\nb\n"] {
        try temporary.write(Self.text + added, to: place)
        #expect(
          try difference() == "something but signatures was added to the checkpoint", "\(added)")
      }
      for other in ["", "log\n2\nroot\n\n— log sig\n", String(Self.text.dropLast())] {
        try temporary.write(other, to: place)
        #expect(try difference() == "is not the checkpoint of the manifest")
      }
      try FileManager.default.removeItem(atPath: temporary.path(place))
      #expect(try difference() == nil)
    }
  }

  @Test func checkpointsOfAnExportThatGrowsAreAllListed() {
    let old = ManifestSamples.export([ManifestSamples.artifact("a", events: 1)])
    func merged(_ first: [CheckpointEntry], _ second: [CheckpointEntry]) -> [Int] {
      var (earlier, later) = (old, old)
      earlier.checkpoints = first
      later.checkpoints = second
      earlier.merge(into: &later)
      return later.checkpoints.map(\.size)
    }
    let (one, two) = (entry("c"), entry("c", size: 2))
    #expect(merged([one], []) == [1] && merged([], [one]) == [1])
    #expect(merged([one], [two]) == [1, 2] && merged([one, two], [two]) == [1, 2])
  }

  @Test func onlyFoldersOfEvidenceAreEvidence() {
    let files = ["a.kt/checkpoint", "a.kt/leaves", "a.kt/manifest.json", "a.kt/x", "b/checkpoint"]
    let folders = EvidenceFolders(files.map { Path($0) })
    #expect(files.map { folders.contains(Path($0)) } == [true, true, true, false, false])
  }
}
