import EventJSON
import Testing

@testable import Formatting

@Suite struct ContentHashTests {
  private func hash(_ text: String, _ kind: Field.Kind = .string) -> (String, Int, Int)? {
    let line = Array("\"\(text)\"".utf8)
    let field = Field(kind, 1, line.count - 1)
    guard let hash = ContentHash(field, in: line.span) else { return nil }
    return ("\(hash.algorithm)", hash.algorithmID, hash.start)
  }

  @Test func everyAlgorithmIsKnownByItsNameAndItsLength() throws {
    let digits = String(repeating: "0aF9", count: 32)
    #expect(try #require(hash("sha256:" + digits.prefix(64))) == ("SHA-256", 3, 8))
    #expect(try #require(hash("SHA384:" + digits.prefix(96))) == ("SHA-384", 9, 8))
    #expect(try #require(hash("sha512:" + digits)) == ("SHA-512", 4, 8))
    #expect(try #require(hash(String(digits.prefix(64)))) == ("SHA-256", 3, 1))
  }

  @Test(arguments: [
    "", "sha256:", "sha256:00", "md5:d41d8cd98f00b204e9800998ecf8427e",
    "sha512:" + String(repeating: "0", count: 64), String(repeating: "0", count: 63),
    "sha256:" + String(repeating: "g", count: 64), String(repeating: "0", count: 128),
  ])
  func whatIsNoneIsNone(text: String) {
    #expect(hash(text) == nil)
  }

  @Test func aHashWithEscapesIsNone() {
    #expect(hash(String(repeating: "0", count: 64), .escapedString) == nil)
    #expect(hash(String(repeating: "0", count: 64), .number) == nil)
  }
}
