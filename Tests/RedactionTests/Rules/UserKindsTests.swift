import Bytes
import Foundation
import TestSupport
import Testing

@testable import Redaction

@Suite struct UserKindsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) throws -> String {
    let path = folder.path("list")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func aPatternHasANameAndAnExpression() throws {
    let pattern = try UserPattern("EMPLOYEE_ID=E[0-9]{6}=x")
    #expect(pattern.name == "EMPLOYEE_ID")
    #expect(pattern.expression == "E[0-9]{6}=x")
  }

  @Test(arguments: [
    "EMPLOYEE_ID", "employee=E", "EMAIL_ADDRESS=x", "X=(a)\\1", "X=[", "X=a*", "X=", "X=^",
  ])
  func whatIsNoPatternIsRefused(text: String) {
    #expect(throws: RuleProblem.self) { try UserPattern(text) }
  }

  @Test func wordsAreReadALineEach() throws {
    let file = try write("\u{FEFF}# people\r\n\r\n  Jane Doe \r\nJürgen\n王小明")
    let words = try UserWords("NAMES=\(file)")
    #expect(words.words == ["Jane Doe", "Jürgen", "王小明"].map { Array($0.utf8) })
  }

  @Test func aListWithoutAWordOrFileIsRefused() throws {
    let file = try write("# nobody\n\n")
    for text in ["NAMES=\(file)", "NAMES=\(file).not", "NAMES=", "NAMES", "names=\(file)"] {
      #expect(throws: RuleProblem.self) { try UserWords(text) }
    }
  }

  @Test func aListThatIsNotUTF8IsRefusedWithItsLine() throws {
    let path = folder.path("latin")
    try Data([0x61, 0x0A, 0x4A, 0xFC]).write(to: URL(fileURLWithPath: path))
    let problem = #expect(throws: RuleProblem.self) { try UserWords("NAMES=\(path)") }
    #expect(problem?.reason == "\(path):2: not UTF-8")
  }

  @Test(arguments: ["@", ".", "ok@example.com\n@\n"])
  func anAllowListThatLetsEverythingPassIsRefused(text: String) throws {
    let file = try write(text)
    #expect(throws: RuleProblem.self) { try AllowedValues.read(Path(file)) }
  }
}
