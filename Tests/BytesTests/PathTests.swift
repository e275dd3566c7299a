import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("a", "a", "."), ("a/b", "b", "a"), ("/a", "a", "/"), ("/a/b", "b", "/a"),
    ("./a", "a", "."), ("a/b/c.gz", "c.gz", "a/b"), ("/", "", "/"),
  ])
  func pathIsItsFolderAndItsLastComponent(path: String, last: String, folder: String) {
    #expect(Path(path).lastComponent == Array(last.utf8))
    #expect(Path(path).folder == Path(folder))
  }

  @Test(arguments: [("a", "a/x"), ("a/", "a/x"), ("/", "/x"), (".", "./x")])
  func nameIsAppendedBehindOneSlash(folder: String, expected: String) {
    #expect(Path(folder).appending(Array("x".utf8)) == Path(expected))
  }

  @Test func pathsAreComparedAsBytes() {
    #expect(Path("\u{E9}") != Path("e\u{301}"))
    #expect(Path(bytes: [0xFF]) != Path(bytes: [0xFE]))
    #expect(Path(bytes: [0x61, 0xFF]).text == "a\u{FFFD}")
  }

  @Test func writtenFileIsReadBackAndKnownByItsStatus() throws {
    let folder = try TemporaryFolder()
    let path = Path(folder.path("file"))
    let writer = try path.openForWriting()
    let bytes = Array("content".utf8)
    try writer.writeAll(bytes.span)
    try writer.close()
    let status = try path.status()
    #expect(status.kind == .regular && status.size == 7)
    var input = Input(capacity: 2)
    var reader = try path.openForReading()
    while try input.fill(from: &reader) {}
    let read = copy(input.unread)
    #expect(read == bytes)
    let names = try Path(folder.url.path).names()
    #expect(names == [Array("file".utf8)])
    let mode = try FileManager.default.attributesOfItem(atPath: path.text)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func linksAreFollowedToWhatTheyLeadTo() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.url.path)
    let link = try Path(folder.path("link")).status()
    let target = try Path(folder.url.path).status()
    #expect(link.kind == .folder && link.identity == target.identity)
  }

  @Test func missingFileIsNotFound() {
    let error = #expect(throws: SystemError.self) { try Path("/nonexistent/file").status() }
    #expect(error == SystemError("open", 2))
    #expect(error?.description == "open: No such file or directory")
  }
}
