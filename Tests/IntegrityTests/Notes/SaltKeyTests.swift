import Bytes
import Integrity
import Testing

@Suite struct SaltKeyTests {
  private struct Vector: Decodable {
    let master: String
    let line: String

    enum CodingKeys: String, CodingKey {
      case master = "master_hex"
      case line = "key_file_line"
    }
  }

  @Test func theSecretOfTheSpecificationIsReadAndWritten() throws {
    let vector = try LogVectors.document("kt/salt.json", as: Vector.self)
    let key = try SaltKey(text: Array(vector.line.utf8))
    #expect(key.secret.hexadecimal == vector.master)
    #expect(key.identifier.hexadecimal == "5848ddc1")
    #expect(String(decoding: key.text, as: UTF8.self) == vector.line)
  }

  @Test func newSecretsDifferAndAreReadAgain() throws {
    let name = NoteSamples.name("a")
    let first = SaltKey(generatingFor: name)
    let again = try SaltKey(text: first.text)
    #expect(again.secret == first.secret && again.name == name)
    #expect(SaltKey(generatingFor: name).secret != first.secret)
  }

  @Test func anotherFormIsRefused() throws {
    let line = try LogVectors.document("kt/salt.json", as: Vector.self).line
    let cases: [(String, KeyProblem)] = [
      ("", .form), (String(line.dropFirst()), .form),
      (line.replacing("5848ddc1", with: "5848ddc2"), .identifier),
      (line + "AAAA", .size), (String(line.dropLast()), .size), (line + "\n", .size),
      (line.replacing("+audit", with: "+ audit"), .name),
    ]
    for (text, problem) in cases {
      #expect(throws: problem) { try SaltKey(text: Array(text.utf8)) }
    }
  }
}
