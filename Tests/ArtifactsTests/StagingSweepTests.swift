import Bytes
import Foundation
import Manifests
import TestSupport
import Testing

@testable import Artifacts

@Suite struct StagingSweepTests {
  private static let staging = ".kt-staging-0123456789abcdef"
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.path(folder)).sorted()
  }

  private func stage(_ text: String, as name: String) throws {
    try temporary.write(text, to: "\(Self.staging)/\(name)")
  }

  private func journal(_ paths: [String]) throws {
    let text = PublicationJournal.text(paths.map { Array($0.utf8) })
    try stage(String(decoding: text, as: UTF8.self), as: "journal")
  }

  private func manifest(_ paths: [String]) -> String {
    let artifacts = paths.map { ManifestSamples.artifact($0, events: 1) }
    let text = collect { ManifestSamples.export(artifacts).write(into: &$0) }
    return String(decoding: text, as: UTF8.self)
  }

  private func sweep() throws { try StagingSweep.run(in: try temporary.open()) }

  /// What a run leaves that was killed just before its manifest's rename: `a` is replaced, `d/b` is
  /// new, and the old manifest is gone.
  private func leaveUnpublished() throws {
    try temporary.write("new a", to: "a")
    try temporary.write("new sums", to: "SHA256SUMS")
    try stage(manifest(["a", "d/b"]), as: "manifest")
    try stage("old a", as: "old-0")
    try stage("old sums", as: "old-1")
    try stage("old manifest", as: "old-2")
    try stage("new b", as: "1")
    try temporary.write("other", to: "d/other")
    try temporary.link("\(Self.staging)/1", as: "d/b")
    try journal(["a", "SHA256SUMS", "manifest.json"])
  }

  @Test(arguments: [false, true])
  func whatTheStandingExportHasStaysThoughAKilledJoinHadTheSameFile(isGoing: Bool) throws {
    try stage("whole", as: "0")
    try stage("new", as: "1")
    try temporary.link("\(Self.staging)/0", as: "a")
    try temporary.link("\(Self.staging)/1", as: "b")
    try stage(manifest(["a", "b"]), as: "manifest")
    try temporary.write(manifest(["a"]), to: isGoing ? "\(Self.staging)/old-0" : "manifest.json")
    if isGoing { try journal(["manifest.json"]) }
    try sweep()
    #expect(try names() == ["a", "manifest.json"])
    #expect(try temporary.content(of: "manifest.json") == manifest(["a"]))
  }

  @Test func unpublishedRunIsTakenBack() throws {
    try leaveUnpublished()
    try sweep()
    #expect(try names() == ["SHA256SUMS", "a", "d", "manifest.json"])
    #expect(try temporary.content(of: "a") == "old a")
    #expect(try temporary.content(of: "SHA256SUMS") == "old sums")
    #expect(try temporary.content(of: "manifest.json") == "old manifest")
    #expect(try names(in: "d") == ["other"])
  }

  @Test func takingBackTwiceIsTakingBackOnce() throws {
    try leaveUnpublished()
    // A sweep was killed after its first step.
    try FileManager.default.removeItem(atPath: temporary.path("a"))
    try FileManager.default.moveItem(
      atPath: temporary.path("\(Self.staging)/old-0"), toPath: temporary.path("a"))
    try sweep()
    try sweep()
    #expect(try names() == ["SHA256SUMS", "a", "d", "manifest.json"])
    #expect(try temporary.content(of: "a") == "old a")
  }

  @Test func foldersThatWereRemovedMeanwhileHinderNothing() throws {
    try stage(manifest(["x/y"]), as: "manifest")
    try stage("old", as: "old-0")
    try journal(["d/old.gz"])
    try sweep()
    #expect(try names() == ["d"])
    #expect(try temporary.content(of: "d/old.gz") == "old")
  }

  @Test func filesOfOthersStay() throws {
    try stage(manifest(["a", "SHA256SUMS"]), as: "manifest")
    try stage("new", as: "0")
    // The run was killed before it gave its file this name, which someone else has.
    try temporary.write("new", to: "a")
    try temporary.write("sums", to: "SHA256SUMS")
    try sweep()
    #expect(try names() == ["SHA256SUMS", "a"])
  }

  @Test func publishedRunIsEnded() throws {
    // Its manifest has its name, and is no longer staged; two old files still have theirs.
    try temporary.write("new manifest", to: "manifest.json")
    try temporary.write("new a", to: "a")
    try temporary.write("stale", to: "d/stale")
    try stage("old a", as: "old-0")
    try stage("", as: "x")
    try temporary.link("d/stale", as: "\(Self.staging)/old-1")
    try journal(["a", "d/stale"])
    try sweep()
    #expect(try names() == ["a", "manifest.json"])
    #expect(try temporary.content(of: "a") == "new a")
    #expect(try temporary.content(of: "manifest.json") == "new manifest")
  }

  @Test func runThatIsStillGoingIsLeftAlone() throws {
    try leaveUnpublished()
    let before = try names(in: Self.staging)
    let running = try Folder(opening: Path(temporary.path(Self.staging)))
    #expect(try running.lockIfFree())
    try sweep()
    #expect(try names(in: Self.staging) == before)
    #expect(try temporary.content(of: "a") == "new a")
    try running.unlock()
    try sweep()
    #expect(try temporary.content(of: "a") == "old a")
  }

  @Test func whatOnlyLooksLikeAStagingFolderIsLeftAlone() throws {
    try temporary.write("", to: ".kt-staging-short/0")
    try temporary.write("", to: ".kt-staging-0123456789abcdeg0/0")
    try temporary.write("text", to: ".kt-staging-000000000000000f")
    try temporary.write("kept", to: "outside/0")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path(".kt-staging-000000000000000a"), withDestinationPath: "outside")
    let before = try names()
    try sweep()
    #expect(try names() == before)
    #expect(try temporary.content(of: "outside/0") == "kept")
  }
}
