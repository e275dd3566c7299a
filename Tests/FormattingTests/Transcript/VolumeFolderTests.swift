import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Formatting

@Suite struct VolumeFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func problem(_ path: String) -> Problem? {
    do throws(Problem) {
      try VolumeFolder(Path(path)).create()
      return nil
    } catch {
      return error
    }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aNewFolderIsItsOwnersAloneAndMayBeThereEmpty() throws {
    let path = folder.path("volumes")
    #expect(problem(path) == nil && problem(path) == nil)
    #expect(try mode(path) == 0o700)
  }

  @Test func aFolderThatHoldsSomethingIsNotTaken() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path("x")))
    let found = try #require(problem(folder.url.path))
    #expect(
      found.status == .failure
        && found.message.hasSuffix("holds something already; name a new folder"))
    #expect(problem(folder.path("x"))?.status == .failure)
  }

  @Test func filesAreWrittenPieceByPiece() throws {
    let path = folder.path("volumes")
    var writer = try VolumeWriter(VolumeFolder(Path(path)))
    var pieces = 3
    try writer.write("a.html") { output throws(Problem) in
      output.append("piece\n")
      pieces -= 1
      return pieces > 0
    }
    try writer.finish()
    let file = path + "/a.html"
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "piece\npiece\npiece\n")
    #expect(try mode(file) == 0o600)
    writer.removeAll()
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    var writer = try VolumeWriter(VolumeFolder(Path(folder.url.path)))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path("a.html")))
    var found: Problem?
    do throws(Problem) {
      try writer.write("a.html") { _ throws(Problem) in false }
    } catch {
      found = error
    }
    #expect(found?.status == .failure)
    writer.removeAll()
    #expect(FileManager.default.fileExists(atPath: folder.path("a.html")))
  }
}
