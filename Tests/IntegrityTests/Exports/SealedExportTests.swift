import Bytes
import Commitments
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct SealedExportTests {
  private let temporary: TemporaryFolder
  private let key: SigningKey
  private let salt: ExportSalt

  init() throws {
    temporary = try TemporaryFolder()
    key = SigningKey(generatingFor: try #require(KeyName(Array("log.example/t".utf8))))
    salt = try #require(ExportSalt(bytes: (0..<32).map { UInt8($0) }))
  }

  private func folder(_ name: String) -> ExportFolder { ExportFolder(Path(temporary.path(name))) }

  private func leaf(_ number: Int) -> Digest256 {
    let bytes = Array("\(number)".utf8)
    return Digest256(of: bytes.span)
  }

  /// Writes a part of the events with these numbers.
  private func part(_ name: String, _ numbers: Range<Int>, salt: ExportSalt? = nil) throws
    -> ExportFolder
  {
    var writer = try PartWriter(in: folder(name))
    for number in numbers {
      let bytes = leaf(number).bytes
      try writer.append(bytes.span)
    }
    try writer.conclude(
      PartRecord(
        count: numbers.count, bytes: 0, sha256: leaf(0),
        saltID: (salt ?? self.salt).identifier, time: nil, tally: EventTally(fields: []),
        isFramed: true))
    return folder(name)
  }

  private func seal(_ parts: [ExportFolder], files: [Path] = [], into name: String) throws
    -> SealedExport
  {
    let request = SealRequest(
      key: key, salt: salt, origin: "log.example/t", export: "q", tool: "test")
    return try SealedExport(merging: parts, files: files, request: request, into: folder(name))
  }

  @Test func partsHaveTheLeavesOfOneProcessInTheirOrder() throws {
    let parts = [try part("a", 0..<3), try part("b", 3..<3), try part("c", 3..<10)]
    let sealed = try seal(parts, into: "q.kt")
    let found = try LeafFile.open(folder("q.kt").path(of: .leaves))
    guard var leaves = found else { throw SystemError("open", 2) }
    #expect(try leaves.leaves(0..<10) == (0..<10).map { leaf($0) })
    #expect(leaves.count == 11 && sealed.seal.count == 10 && sealed.seal.size == 11)
    #expect(sealed.sentence.hasPrefix("sealed: 10 events (index 0-9) of log.example/t, size 11"))
  }

  @Test func damagedPartIsNotSealed() throws {
    let damaged = try part("a", 0..<3)
    let file = URL(fileURLWithPath: damaged.path(of: .partLeaves).text)
    var bytes = try Data(contentsOf: file)
    bytes[40] ^= 1
    try bytes.write(to: file)
    #expect(throws: Problem.self) { try seal([damaged], into: "q.kt") }
    try bytes.dropLast(32).write(to: file)
    #expect(throws: Problem.self) { try seal([damaged], into: "q.kt") }
    #expect(try folder("q.kt").read(.checkpoint) == nil)
  }

  @Test func partOfAnotherSaltIsNotSealed() throws {
    let other = try #require(ExportSalt(bytes: (1..<33).map { UInt8($0) }))
    let parts = [try part("a", 0..<3), try part("b", 3..<5, salt: other)]
    #expect(throws: Problem.self) { try seal(parts, into: "q.kt") }
  }

  @Test func filesMustHoldAsManyEventsAsTheParts() throws {
    let file = temporary.path("e.jsonl")
    try Data("{}\n\n{}\n{}\n".utf8).write(to: URL(fileURLWithPath: file))
    let sealed = try seal([try part("a", 0..<3)], files: [Path(file)], into: "q.kt")
    #expect(sealed.seal.files.map(\.name) == ["e.jsonl"] && sealed.seal.files[0].count == 3)
    #expect(throws: Problem.self) {
      try seal([try part("b", 0..<4)], files: [Path(file)], into: "r.kt")
    }
  }

  @Test func sealedFolderIsNeverWrittenOver() throws {
    let parts = [try part("a", 0..<3)]
    _ = try seal(parts, into: "q.kt")
    let before = try folder("q.kt").require(.checkpoint)
    #expect(throws: Problem.self) { try seal(parts, into: "q.kt") }
    #expect(throws: Problem.self) { try part("q.kt", 0..<1) }
    #expect(try folder("q.kt").require(.checkpoint) == before)
  }

  @Test func namesOfFilesLeaveOutTheFoldersThatAllAreIn() {
    func names(_ paths: [String]) -> [String] { StoredFiles.names(paths.map { Path($0) }) }
    #expect(names(["q1/a.gz"]) == ["a.gz"])
    #expect(names(["/x/q1/a/1.gz", "/x/q1/b/1.gz"]) == ["a/1.gz", "b/1.gz"])
    #expect(names(["a.gz", "b/a.gz"]) == ["a.gz", "b/a.gz"])
    #expect(names([]).isEmpty)
  }
}
