import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Redaction

@Suite struct KeyFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var file: Path { Path(folder.path("keys")) }

  private func content() throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file.text)), as: UTF8.self)
  }

  @Test func aKeyIsMadeThatIsRead() throws {
    try KeyFile.create(file, identifier: nil)
    let ring = try KeyRing(file: file)
    #expect(ring.keys.map(\.identifier) == ["k1"])
    #expect(try file.status().permissions == 0o600)
  }

  @Test func twoKeysAreNeverTheSame() throws {
    #expect(try KeyFile.newLine(identifier: "a1") != KeyFile.newLine(identifier: "a1"))
  }

  @Test func aFileThatIsThereIsLeftAlone() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: file.text))
    let problem = #expect(throws: Problem.self) { try KeyFile.create(file, identifier: nil) }
    #expect(problem?.status == .failure)
    #expect(try content() == "x")
  }

  @Test func rotationPutsANewKeyInFrontAndKeepsTheRest() throws {
    try KeyFile.create(file, identifier: nil)
    let before = try content()
    try KeyFile.rotate(file, identifier: nil)
    try KeyFile.rotate(file, identifier: "new")
    #expect(try content().hasSuffix(before))
    #expect(try KeyRing(file: file).keys.map(\.identifier) == ["new", "k2", "k1"])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == ["keys"])
  }

  @Test(arguments: ["k1", "x", "123456789", "a-b", ""])
  func anIdentifierThatIsTakenOrNoneChangesNothing(identifier: String) throws {
    try KeyFile.create(file, identifier: nil)
    let before = try content()
    #expect(throws: Problem.self) { try KeyFile.rotate(file, identifier: identifier) }
    #expect(try content() == before)
  }

  @Test func whatAKilledRotationLeftIsNoHindrance() throws {
    try KeyFile.create(file, identifier: nil)
    try Data("half".utf8).write(to: URL(fileURLWithPath: folder.path(".keys.kt-new")))
    try KeyFile.rotate(file, identifier: nil)
    #expect(try KeyRing(file: file).keys.count == 2)
  }

  @Test func aFileThatIsNoKeyFileIsNotRotated() throws {
    #expect(throws: Problem.self) { try KeyFile.rotate(file, identifier: nil) }
    try Data("x".utf8).write(to: URL(fileURLWithPath: file.text))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.text)
    #expect(throws: Problem.self) { try KeyFile.rotate(file, identifier: nil) }
    #expect(try content() == "x")
  }
}
