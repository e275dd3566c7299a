import Bytes
import Stages
import Testing

@testable import Integrity

@Suite struct PolicyTextTests {
  private let log = NoteSamples.text(NoteSamples.key("l").verifier)
  private let witness: [String]

  init() {
    witness = (0..<3).map { number in
      let key = NoteSamples.key("w\(number)").verifier
      return NoteSamples.text(
        VerifierKey(name: key.name, algorithm: .cosignature, publicKey: key.publicKey))
    }
  }

  private func message(_ text: String) -> String? { message(Array(text.utf8)) }

  private func message(_ text: [UInt8]) -> String? {
    do throws(Problem) {
      _ = try TrustPolicy(text: text, place: "p")
      return nil
    } catch {
      #expect(error.status == .usage)
      return error.message
    }
  }

  @Test func blanksCommentsAndURLsAreAllowed() throws {
    let text = """
      # a policy
      \t # another comment, caf\u{E9}

      \t log\t\(log)  https://log.example/  \t
      witness \u{212A} \(witness[0]) https://w.example
      witness K \(witness[1])
      group g 01 \u{212A} K
      quorum\tg
      """
    let policy = try TrustPolicy(text: Array(text.utf8), place: "p")
    #expect(policy.logs.count == 1 && policy.witnesses.count == 2)
    #expect(policy.quorum.isMet(by: [0]) && policy.quorum.isMet(by: [1]))
    #expect(!policy.quorum.isMet(by: []))
  }

  @Test func namesAreBytesNotTexts() throws {
    var text = Array("log \(log)\nwitness ".utf8) + [0xFF]
    text += Array(" \(witness[0])\nquorum ".utf8) + [0xFF, .newline]
    #expect(message(text) == nil)
    text[text.count - 2] = 0xFE
    #expect(message(text) == "p:3: a name that no earlier line has")
  }

  @Test func everyOtherFormIsRefusedByLine() {
    let start = "log \(log)\nwitness a \(witness[0])\nwitness b \(witness[1])\n"
    let cases = [
      ("quorum c\n", "p:4: a name that no earlier line has"),
      ("group g 0 a\n", "p:4: expected 'all', 'any' or a number from 1 to that of the members"),
      ("group g 3 a b\n", "p:4: expected 'all', 'any' or a number from 1 to that of the members"),
      ("group g +1 a b\n", "p:4: expected 'all', 'any' or a number from 1 to that of the members"),
      ("group g ALL a b\n", "p:4: expected 'all', 'any' or a number from 1 to that of the members"),
      ("group g all\n", "p:4: expected 'group NAME all|any|COUNT NAME...'"),
      ("group g all a a\n", "p:4: a member of a group already"),
      ("group g all a\ngroup h all a b\n", "p:5: a member of a group already"),
      ("group g all g\n", "p:4: a name that no earlier line has"),
      ("group g all none\n", "p:4: a name that no earlier line has"),
      ("group none all a\n", "p:4: 'none' is the quorum without witnesses"),
      ("group a all b\n", "p:4: a name that an earlier line has"),
      ("witness a \(witness[2])\n", "p:4: a name that an earlier line has"),
      ("witness none \(witness[2])\n", "p:4: 'none' is the quorum without witnesses"),
      ("witness c \(witness[0])\n", "p:4: the key of an earlier witness"),
      ("witness c \(log)\n", "p:4: a key that makes no cosignatures"),
      ("witness c\n", "p:4: expected 'witness NAME KEY [URL]'"),
      ("witness c \(witness[2]) url more\n", "p:4: expected 'witness NAME KEY [URL]'"),
      ("log \(log)\n", "p:4: the key of an earlier log"),
      ("log \(witness[2])\n", "p:4: the key of a witness"),
      ("log\n", "p:4: expected 'log KEY [URL]'"),
      ("log PRIVATE+KEY+a+00000000+AA==\n", "p:4: \(KeyProblem.secret.reason)"),
      ("quorum none\nquorum none\n", "p:5: a second 'quorum' line"),
      ("quorum a b\n", "p:4: expected 'quorum NAME' or 'quorum none'"),
      ("quorum none # why\n", "p:4: expected 'quorum NAME' or 'quorum none'"),
      ("LOG \(log)\n", "p:4: expected 'log', 'witness', 'group' or 'quorum'"),
      ("quorum none\r\n", "p:4: a control character other than tab"),
      ("# \u{7F}\n", "p:4: a control character other than tab"),
      ("", "p: no 'quorum' line; 'quorum none' asks for no witness"),
    ]
    for (lines, expected) in cases { #expect(message(start + lines) == expected, "\(lines)") }
    #expect(message(start + "group g all a b\nquorum g\n") == nil)
    #expect(message("") == "p: no verifier key, and no policy with a 'log' line")
    #expect(message("quorum none\n") == "p: no verifier key, and no policy with a 'log' line")
    #expect(message("nokey") == "p: expected name+identifier+key")
    #expect(message(witness[0])?.contains("the key of a witness") == true)
  }

  @Test func theSameKeyUnderAnotherNameIsADuplicate() throws {
    let key = try VerifierKey(text: Array(log.utf8))
    let again = VerifierKey(
      name: NoteSamples.name("m"), algorithm: .ed25519, publicKey: key.publicKey)
    let text = "log \(log)\nlog \(NoteSamples.text(again))\nquorum none\n"
    #expect(message(text) == "p:2: the key of an earlier log")
  }
}
