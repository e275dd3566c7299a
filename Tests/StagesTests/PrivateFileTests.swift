import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@Suite struct PrivateFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(mode: Int) throws -> Path {
    let path = folder.path("key")
    try Data("secret".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return Path(path)
  }

  private func problem(_ file: Path, atMost limit: Int = 100) -> Problem? {
    do throws(Problem) {
      _ = try PrivateFile.contents(of: file, option: "--key-file", atMost: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func fileOfItsOwnerAloneIsRead() throws {
    let bytes = try PrivateFile.contents(
      of: try file(mode: 0o600), option: "--key-file", atMost: 6)
    #expect(bytes == Array("secret".utf8))
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o601]) func fileThatOthersMayUseIsRefused(
    mode: Int
  ) throws {
    let found = try #require(problem(try file(mode: mode)))
    #expect(found.status == .usage && found.message.contains("chmod 600"))
    #expect(!found.message.contains("secret"))
  }

  @Test func whatIsTooLargeOrMissingOrTheEventsIsNamedWithoutContent() throws {
    let large = try #require(problem(try file(mode: 0o600), atMost: 5))
    #expect(large.message.hasSuffix("more than 5 bytes") && !large.message.contains("secret"))
    let missing = try #require(problem(Path(folder.path("none"))))
    #expect(missing.status == .usage && missing.message.contains("No such file"))
    let input = try #require(problem(Path("-")))
    #expect(input.message.hasPrefix("--key-file: standard input has the events"))
  }
}
