import Bytes
import TestSupport
import Testing

@testable import Artifacts

@Suite struct PublicationJournalTests {
  private static let paths: [[UInt8]] = [
    Array("a.jsonl".utf8), Array("2026-01-01/team=a b/ 1 .gz".utf8), Array("x\ny".utf8), [0xFF],
    Array("7 7".utf8), Array("manifest.json".utf8),
  ]

  @Test func pathsAreReadAsTheyWereWritten() {
    for count in 0...Self.paths.count {
      let paths = Array(Self.paths.prefix(count))
      #expect(PublicationJournal.paths(PublicationJournal.text(paths)) == paths)
    }
    let many = (0..<300).map { Array("p\($0)".utf8) }
    #expect(PublicationJournal.paths(PublicationJournal.text(many)) == many)
  }

  @Test func ofACutJournalWholePathsAreRead() {
    let text = PublicationJournal.text(Self.paths)
    for length in 0...text.count {
      let paths = PublicationJournal.paths(Array(text.prefix(length)))
      let whole = text.prefix(length).filter { $0 == 0 }.count
      #expect(paths == Array(Self.paths.prefix(whole)), "cut at \(length)")
    }
  }

  @Test func backupsAreToldFromOtherFiles() {
    #expect(PublicationJournal.backup(12).text == "old-12")
    #expect(PublicationJournal.isBackup(PublicationJournal.backup(0).bytes))
    for name in ["0", "manifest", "journal"] {
      #expect(!PublicationJournal.isBackup(Array(name.utf8)))
    }
  }

  @Test func onlyTheOldFileLosesItsNameAndEmptyFoldersGo() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("old", to: "a/b/old.gz")
    try temporary.write("new", to: "a/new.gz")
    try temporary.write("old", to: "stage/old-1")
    try temporary.link("a/b/old.gz", as: "stage/old-0")
    let root = try temporary.open()
    let staging = try root.folder(Path("stage"))
    try PublicationJournal.removeOld(Array("a/b/old.gz".utf8), 0, of: staging, in: root)
    // Another file has the name by now, and a path that is gone is no problem.
    try PublicationJournal.removeOld(Array("a/new.gz".utf8), 1, of: staging, in: root)
    try PublicationJournal.removeOld(Array("gone/x/y".utf8), 1, of: staging, in: root)
    #expect(try root.folder(Path("a")).names() == [Array("new.gz".utf8)])
    #expect(try temporary.content(of: "a/new.gz") == "new")
  }
}
