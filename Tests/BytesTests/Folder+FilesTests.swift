import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct FolderFilesTests {
  private func inFolder(_ body: (URL, borrowing Folder) throws -> Void) throws {
    let directory = try TemporaryFolder()
    try body(directory.url, try Folder(opening: Path(directory.url.path)))
  }

  private func content(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func madeFileHasItsContentAndMode() throws {
    try inFolder { url, folder in
      let bytes = content("one")
      try folder.create(Path("a"), mode: 0o640, content: bytes.span)
      #expect(try Data(contentsOf: url.appendingPathComponent("a")) == Data(bytes))
      #expect(try folder.open(Path("a")).status.permissions == 0o640)
      var error: SystemError?
      do throws(SystemError) {
        try folder.create(Path("a"), mode: 0o640, content: bytes.span)
      } catch let caught {
        error = caught
      }
      #expect(error?.isNameTaken == true)
    }
  }

  @Test func replacedFileHasNewContentWhateverAKilledRunLeft() throws {
    try inFolder { url, folder in
      let (old, new) = (content("old"), content("new"))
      try folder.create(Path("a"), mode: 0o600, content: old.span)
      try folder.create(Folder.staging(of: Path("a")), mode: 0o600, content: old.span)
      try folder.replace(Path("a"), mode: 0o600, content: new.span)
      #expect(try Data(contentsOf: url.appendingPathComponent("a")) == Data(new))
      #expect(try FileManager.default.contentsOfDirectory(atPath: url.path) == ["a"])
    }
  }

  @Test func contentsAreAllOfAFileOrNothing() throws {
    try inFolder { _, folder in
      let bytes = content("12345")
      try folder.create(Path("a"), mode: 0o600, content: bytes.span)
      var file = try folder.open(Path("a"))
      #expect(try file.contents(atMost: 5) == bytes)
      file = try folder.open(Path("a"))
      #expect(try file.contents(atMost: 4) == nil)
    }
  }
}
