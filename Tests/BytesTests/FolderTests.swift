import Bytes
import Foundation
import TestSupport
import Testing

/// The permission bits of a path.
func mode(of path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return (attributes[.posixPermissions] as? Int) ?? -1
}

@Suite struct FolderTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

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

  private func folder() throws -> Folder { try Folder(creating: Path(temporary.url.path)) }

  @Test func missingFoldersAreMadeForTheirOwnerOnly() throws {
    _ = try Folder(creating: Path(temporary.path("a/b/c")))
    for name in ["a", "a/b", "a/b/c"] { #expect(try mode(of: temporary.path(name)) == 0o700) }
  }

  @Test func folderThatIsThereKeepsItsMode() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: temporary.url.path)
    _ = try folder()
    #expect(try mode(of: temporary.url.path) == 0o755)
  }

  @Test func fileInTheWayOfAFolderIsAProblem() throws {
    try write("", to: "file")
    for name in ["file", "file/below"] {
      #expect(throws: SystemError.self) { _ = try Folder(creating: Path(temporary.path(name))) }
    }
  }

  @Test(arguments: ["", "/proc/no-folder", "/proc/no-folder/below"])
  func nameThatNoFolderCanHaveIsAProblem(name: String) {
    #expect {
      _ = try Folder(creating: Path(name))
    } throws: { error in
      (error as? SystemError)?.isMissing == true
    }
  }

  @Test(arguments: [0o600, 0o640, 0o666] as [UInt32])
  func newFileHasExactlyTheModeAskedFor(wanted: UInt32) throws {
    // 0666 is more than the usual umask lets through.
    _ = try folder().createLocked(Path("file"), mode: wanted)
    #expect(try mode(of: temporary.path("file")) == Int(wanted))
  }

  @Test func takenNamesAreNeverGivenAgain() throws {
    let folder = try folder()
    try write("old", to: "file")
    try link("dangling", to: "target")
    for name in ["file", "dangling"] {
      let error = #expect(throws: SystemError.self) {
        _ = try folder.createLocked(Path(name), mode: 0o600)
      }
      #expect(error?.isNameTaken == true)
    }
    #expect(try content(of: "file") == "old")
    #expect(try !folder.contains(Path("target")))
  }

  @Test func fileInUseIsNotRemovedAndOneLeftBehindIs() throws {
    let folder = try folder()
    do {
      let file = try folder.createLocked(Path("file"), mode: 0o600)
      #expect(try !folder.removeIfUnlocked(Path("file")))
      #expect(try folder.contains(Path("file")))
      try file.close()
    }
    #expect(try folder.removeIfUnlocked(Path("file")))
    #expect(try !folder.contains(Path("file")))
  }

  @Test func onlyFilesAndLinksAreReplaceable() throws {
    let folder = try folder()
    try write("", to: "file")
    try link("link", to: "file")
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    #expect(try folder.isReplaceable(Path("file")) && folder.isReplaceable(Path("link")))
    #expect(try !folder.isReplaceable(Path("inner")))
  }

  @Test func linksAreNotOpened() throws {
    let folder = try folder()
    try write("text", to: "file")
    try link("link", to: "file")
    #expect(throws: SystemError.self) { _ = try folder.open(Path("link")) }
    _ = try folder.open(Path("file"))
  }

  @Test func pipeWithoutWriterIsOpenedWithoutWaiting() throws {
    // Safe: the text lives through the call.
    let status = unsafe mkfifo(temporary.path("pipe"), 0o600)
    #expect(status == 0)
    let file = try folder().open(Path("pipe"))
    #expect(try file.status.kind == .other)
  }

  @Test func containsSeesLinksThatLeadNowhere() throws {
    let folder = try folder()
    try link("dangling", to: "nowhere")
    #expect(try folder.contains(Path("dangling")))
    #expect(try !folder.contains(Path("nowhere")))
  }

  @Test func secondNameMustBeFreeAndARenameReplaces() throws {
    let folder = try folder()
    try write("one", to: "one")
    try write("two", to: "two")
    let error = #expect(throws: SystemError.self) {
      try folder.link(Path("one"), as: Path("two"))
    }
    #expect(error?.isNameTaken == true)
    #expect(try content(of: "two") == "two")
    try folder.link(Path("one"), as: Path("three"))
    #expect(try content(of: "three") == "one")
    try folder.rename(Path("one"), to: Path("two"))
    #expect(try content(of: "two") == "one")
    #expect(try !folder.contains(Path("one")))
  }

  @Test func namesStayInTheFolderThatWasOpened() throws {
    let folder = try Folder(creating: Path(temporary.path("old")))
    // Someone puts a link in the place of the folder.
    try FileManager.default.moveItem(
      atPath: temporary.path("old"), toPath: temporary.path("moved"))
    try FileManager.default.createDirectory(
      atPath: temporary.path("elsewhere"), withIntermediateDirectories: false)
    try link("old", to: "elsewhere")
    _ = try folder.createLocked(Path("file"), mode: 0o600)
    #expect(FileManager.default.fileExists(atPath: temporary.path("moved/file")))
    #expect(!FileManager.default.fileExists(atPath: temporary.path("elsewhere/file")))
  }
}
