import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct FolderTreeTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func folder() throws -> Folder { try Folder(opening: Path(temporary.url.path)) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: temporary.path(name)))
  }

  private func content(of name: String) throws -> String {
    try String(contentsOfFile: temporary.path(name), encoding: .utf8)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path(name), withDestinationPath: target)
  }

  @Test(arguments: [0o700, 0o750, 0o777] as [UInt32])
  func newFolderHasExactlyTheModeAskedFor(wanted: UInt32) throws {
    // 0777 is more than the usual umask lets through.
    #expect(try folder().makeFolder(Path("inner"), mode: wanted))
    #expect(try mode(of: temporary.path("inner")) == Int(wanted))
  }

  @Test func takenNameOfAFolderIsNoProblemAndNothingIsChanged() throws {
    let folder = try folder()
    #expect(try folder.makeFolder(Path("inner"), mode: 0o700))
    try write("", to: "file")
    try link("link", to: "inner")
    for name in ["inner", "file", "link"] {
      #expect(try !folder.makeFolder(Path(name), mode: 0o777))
    }
    #expect(try mode(of: temporary.path("inner")) == 0o700)
    #expect(throws: SystemError.self) { try folder.makeFolder(Path("a/b"), mode: 0o700) }
  }

  @Test func linksAndFilesAreNotOpenedAsFolders() throws {
    let folder = try folder()
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    try link("link", to: "inner")
    try write("", to: "file")
    for name in ["link", "file", "nothing"] {
      let error = #expect(throws: SystemError.self) { _ = try folder.folder(Path(name)) }
      #expect(error?.isMissing == (name == "nothing"))
    }
    let inner = try folder.folder(Path("inner"))
    _ = try inner.createLocked(Path("file"), mode: 0o600)
    #expect(FileManager.default.fileExists(atPath: temporary.path("inner/file")))
  }

  @Test func userNamedFolderMayBeALink() throws {
    _ = try folder().makeFolder(Path("inner"), mode: 0o700)
    try link("link", to: "inner")
    let linked = try Folder(opening: Path(temporary.path("link")))
    #expect(try linked.names().isEmpty)
    #expect(throws: SystemError.self) { _ = try Folder(opening: Path(temporary.path("no"))) }
  }

  @Test func oneHolderHasTheLockUntilItCloses() throws {
    do {
      let first = try folder()
      #expect(try first.lockIfFree())
      #expect(try !folder().lockIfFree())
      try first.unlock()
      #expect(try folder().lockIfFree())
      try first.lock()
      #expect(try !folder().lockIfFree())
    }
    #expect(try folder().lockIfFree())
  }

  @Test func appendingKeepsWhatIsThere() throws {
    let folder = try folder()
    try write("one ", to: "file")
    try link("link", to: "file")
    let file = try folder.openForAppending(Path("file"))
    try file.writeAll(Array("two".utf8).span)
    try file.close()
    #expect(try content(of: "file") == "one two")
    for name in ["link", "nothing"] {
      #expect(throws: SystemError.self) { _ = try folder.openForAppending(Path(name)) }
    }
    #expect(try folder.status(of: Path("nothing")) == nil)
  }

  @Test func onlyEmptyFoldersAreRemoved() throws {
    let folder = try folder()
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    try write("", to: "inner/file")
    try write("", to: "file")
    for name in ["inner", "file", "nothing"] {
      #expect(throws: SystemError.self) { try folder.removeFolder(Path(name)) }
    }
    #expect(try content(of: "inner/file") == "")
    try folder.folder(Path("inner")).remove(Path("file"))
    try folder.removeFolder(Path("inner"))
    #expect(try folder.status(of: Path("inner")) == nil)
  }

  @Test func filesAreLinkedBetweenFoldersToFreeNamesOnly() throws {
    let folder = try folder()
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    let inner = try folder.folder(Path("inner"))
    try write("one", to: "one")
    try write("two", to: "inner/two")
    try link("inner/dangling", to: "nowhere")
    for name in ["two", "dangling"] {
      let error = #expect(throws: SystemError.self) {
        try folder.link(Path("one"), into: inner, as: Path(name))
      }
      #expect(error?.isNameTaken == true)
    }
    try folder.link(Path("one"), into: inner, as: Path("three"))
    #expect(try content(of: "inner/two") == "two" && content(of: "inner/three") == "one")
    let identity = try folder.status(of: Path("one"))?.identity
    #expect(try identity != nil && inner.status(of: Path("three"))?.identity == identity)
  }

  @Test func filesMoveBetweenFoldersAndReplace() throws {
    let folder = try folder()
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    let inner = try folder.folder(Path("inner"))
    try write("one", to: "one")
    try write("two", to: "inner/two")
    try folder.move(Path("one"), into: inner, as: Path("two"))
    #expect(try content(of: "inner/two") == "one")
    #expect(try folder.status(of: Path("one")) == nil)
  }

  @Test func statusIsThatOfTheNameAndNotOfWhatALinkLeadsTo() throws {
    let folder = try folder()
    try write("12345", to: "file")
    try link("link", to: "file")
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    #expect(try folder.status(of: Path("file"))?.kind == .regular)
    #expect(try folder.status(of: Path("file"))?.size == 5)
    #expect(try folder.status(of: Path("link"))?.kind == .other)
    #expect(try folder.status(of: Path("inner"))?.kind == .folder)
    #expect(try folder.status(of: Path("nothing")) == nil)
    #expect(throws: SystemError.self) { try folder.status(of: Path("file/below")) }
  }

  @Test func namesAreBytesAndAreAllGivenEachTime() throws {
    let folder = try folder()
    let names: [[UInt8]] = [[0xFF, 0xFE], [.newline], Array("é".utf8), Array(".hidden".utf8)]
    for name in names { _ = try folder.createLocked(Path(bytes: name), mode: 0o600) }
    for _ in 0..<2 { #expect(try Set(folder.names()) == Set(names)) }
  }
}
