import Bytes
import DecisionEvent
import Foundation
import Stages
import TestSupport
import Testing

@testable import Sourcing

@Suite struct FolderWalkTests {
  /// A walk that lets every artifact pass.
  private let folderWalk = FolderWalk(
    gate: ArtifactGate(window: TimeWindow(), verifies: true) { Issue.record("\($0)") })
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ names: [String]) throws {
    for name in names {
      let url = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
  }

  private func walk() throws -> [String] {
    var found: [String] = []
    let prefix = folder.url.path + "/"
    try folderWalk.forEachFile(in: Path(folder.url.path)) { path throws(Problem) in
      found.append(String(path.text.dropFirst(prefix.count)))
    }
    return found
  }

  @Test func filesComeInTheByteOrderOfTheirPaths() throws {
    // "-" and "." come before "/", digits and letters behind it.
    let names = [
      "b.jsonl", "a/z.jsonl", "a/b/c.jsonl", "a-x.jsonl", "a.jsonl", "a0.jsonl", "B.jsonl",
      "a/b.jsonl", "ä.jsonl", "a!/x.jsonl", "z/2026-02.jsonl", "z/2026-01.jsonl", "z/10.jsonl",
      "z/9.jsonl",
    ]
    try make(names)
    let expected = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try walk() == expected)
  }

  @Test(arguments: [
    ("a.jsonl", true), ("a.json", true), ("a.ndjson", true), ("a.jsonl.gz", true),
    ("a.json.gz", true), ("a.ndjson.gz", true), ("a.csv", false), ("a.gz", false), ("a", false),
    ("jsonl", false), ("a.jsonl.gz.gz", false), ("a.jsonl.bak", false), ("manifest.json", false),
    ("a.jsonl.manifest.json", false), ("manifest.jsonl", true), ("my-manifest.json", true),
  ])
  func eventFilesAreToldByTheirNames(name: String, expected: Bool) {
    #expect(FolderWalk.isEventFile(Array(name.utf8)) == expected)
  }

  @Test func hiddenFilesAndFoldersAreLeftOut() throws {
    try make([".hidden.jsonl", ".git/x.jsonl", "a/.x.jsonl", "a/b.jsonl", "c.txt"])
    #expect(try walk() == ["a/b.jsonl"])
  }

  @Test func linksAreFollowed() throws {
    try make(["real/x.jsonl"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("also"), withDestinationPath: folder.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("y.jsonl"), withDestinationPath: folder.path("real/x.jsonl"))
    #expect(try walk() == ["also/x.jsonl", "real/x.jsonl", "y.jsonl"])
  }

  @Test func folderThatContainsItselfIsTold() throws {
    try make(["a/x.jsonl"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a/loop"), withDestinationPath: folder.url.path)
    let problem = #expect(throws: Problem.self) { try walk() }
    #expect(problem?.status == .failure)
    #expect(problem?.message.contains("contains itself") == true)
  }

  @Test func missingFolderIsAFailure() {
    let problem = #expect(throws: Problem.self) {
      try folderWalk.forEachFile(in: Path("/nonexistent")) { _ throws(Problem) in }
    }
    #expect(problem == Problem(.failure, "/nonexistent: open: No such file or directory"))
  }
}
