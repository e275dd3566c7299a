import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Redaction

@Suite struct KeyRingFileTests {
  private static let key = "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, mode: Int = 0o600) throws -> Path {
    let path = folder.path("keys")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return Path(path)
  }

  @Test func keysAreReadNewestFirst() throws {
    let hexadecimal = "01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3da"
    let ring = try KeyRing(
      file: try write("# keys\n\n b2:\(Self.key) \r\na1:\(hexadecimal)\n"))
    #expect(ring.keys.map(\.identifier) == ["b2", "a1"])
    #expect(ring.current.secret == ring.keys[1].secret)
  }

  @Test(arguments: [
    ("", "no key; 'kt-redact keygen' makes one"), ("a1", ":1: expected identifier:key"),
    ("a:\(key)", ":1: an identifier is 2 to 8 letters or digits"),
    ("a_1:\(key)", ":1: an identifier is 2 to 8 letters or digits"),
    ("a1:\(key)\na1:\(key)", ":2: an identifier that an earlier line has"),
    ("a1:\(key)x", ":1: a key is 32 bytes in base64, base64url or hexadecimal"),
  ])
  func whatIsNoKeyFileIsRefusedWithItsLine(text: String, reason: String) throws {
    let file = try write(text)
    let problem = #expect(throws: Problem.self) { try KeyRing(file: file) }
    #expect(problem?.status == .usage)
    #expect(problem?.message.hasSuffix(reason) == true)
    #expect(problem?.message.contains(Self.key.prefix(8)) == false)
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o601, 0o666])
  func aFileThatOthersHaveARightToIsRefused(mode: Int) throws {
    let file = try write("a1:\(Self.key)\n", mode: mode)
    let problem = #expect(throws: Problem.self) { try KeyRing(file: file) }
    #expect(problem?.message.contains("(chmod 600 ") == true)
  }

  @Test(arguments: [0o400, 0o600, 0o700])
  func aFileOfItsOwnerAloneIsTaken(mode: Int) throws {
    _ = try KeyRing(file: try write("a1:\(Self.key)\n", mode: mode))
  }

  @Test func standardInputIsForEvents() {
    #expect(throws: Problem.self) { try KeyRing(file: Path("-")) }
  }

  @Test func theOtherKeyIsOneOfTheRing() throws {
    let ring = KeyRing(["b2", "a1"].map { KeyRing.Key(identifier: $0, secret: []) })
    try ring.checkAlso("a1")
    #expect(throws: Problem.self) { try ring.checkAlso("b2") }
    #expect(throws: Problem.self) { try ring.checkAlso("c3") }
  }
}
