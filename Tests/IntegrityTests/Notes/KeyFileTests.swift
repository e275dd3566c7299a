import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct KeyFileTests {
  private let folder: TemporaryFolder
  private let text: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    text = KeyFile(generatingFor: NoteSamples.name("audit.example/acme")).text
  }

  private func file(_ text: [UInt8], mode: Int = 0o600) throws -> Path {
    let path = folder.path("key")
    try Data(text).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return Path(path)
  }

  private func message(_ text: [UInt8]) -> String? {
    do throws(Problem) {
      _ = try KeyFile(text: text, place: "key")
      return nil
    } catch {
      return error.message
    }
  }

  @Test func aNewFileIsReadAgain() throws {
    let key = try KeyFile(file: try file(text))
    #expect(key.text == text)
    #expect(key.salt?.name == key.signing.verifier.name)
  }

  @Test func theKeysMayStandInAnyOrderAndTheSaltMayBeMissing() throws {
    let lines = text.split(separator: .newline).map(Array.init)
    let turned = try KeyFile(text: lines[1] + [.newline] + lines[0], place: "key")
    #expect(turned.text == text)
    let alone = try KeyFile(text: lines[0] + [.newline], place: "key")
    #expect(alone.salt == nil && alone.text == lines[0] + [.newline])
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o644])
  func aFileThatOthersMayReadIsRefused(mode: Int) throws {
    let path = try file(text, mode: mode)
    let problem = #expect(throws: Problem.self) { try KeyFile(file: path) }
    #expect(problem?.status == .usage)
    #expect(problem?.message.contains("chmod 600") == true)
  }

  @Test func standardInputAndMissingFilesAreRefused() throws {
    #expect(throws: Problem.self) { try KeyFile(file: Path("-")) }
    #expect(throws: Problem.self) { try KeyFile(file: Path(folder.path("none"))) }
    let long = try file([UInt8](repeating: .newline, count: 70_000))
    #expect(throws: Problem.self) { try KeyFile(file: long) }
  }

  @Test func aKeyInPlaceOfAFileIsNotShown() {
    for line in text.split(separator: .newline) {
      let problem = #expect(throws: Problem.self) { try KeyFile(file: Path(bytes: Array(line))) }
      #expect(problem?.message.contains("acme") == false && problem?.status == .usage)
    }
  }

  @Test func wrongLinesAreNamedAndNotShown() throws {
    let lines = text.split(separator: .newline).map(Array.init)
    let other = KeyFile(generatingFor: NoteSamples.name("other"))
    let otherSalt = try #require(other.salt).text
    let cases: [([UInt8], String)] = [
      ([], "no PRIVATE+KEY line"),
      (lines[1], "no PRIVATE+KEY line"),
      (lines[0] + [.newline] + lines[0], "key:2: expected one"),
      (lines[0] + [.newline] + lines[1] + [.newline] + lines[1], "key:3: expected one"),
      (lines[0] + [.newline, .newline] + lines[1], "key:2: expected one"),
      (lines[0] + [.carriageReturn, .newline] + lines[1], "key:1: the key is cut short"),
      (lines[0] + [.newline] + otherSalt, "different names"),
      (lines[0].dropLast(4) + [.newline] + lines[1], "key:1: the key is cut short"),
    ]
    for (text, expected) in cases {
      let message = try #require(self.message(text))
      #expect(message.contains(expected), "\(message)")
      for line in lines + [otherSalt] {
        #expect(!message.contains(String(decoding: line.suffix(30), as: UTF8.self)))
      }
    }
  }
}
