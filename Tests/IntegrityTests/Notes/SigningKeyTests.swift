import Bytes
import Digests
import Integrity
import Testing

@Suite struct SigningKeyTests {
  @Test func theKeysOfOthersAreReadAndSign() throws {
    let vector = try #require(try NoteVectors.all().sign.first)
    let key = try SigningKey(text: Array(vector.skey.utf8))
    #expect(String(decoding: key.text, as: UTF8.self) == vector.skey)
    #expect(key.verifier.name.text == vector.name)
    var note = try SignedNote(text: Array(vector.text.utf8))
    try NoteSamples.sign(&note, with: key)
    // Signatures may be randomised, so that the known one is verified, not compared.
    let known = try SignedNote(parsing: Array(vector.note.utf8))
    for note in [note, known] {
      #expect(try note.verified(by: [key.verifier]).map(\.key) == [key.verifier])
      #expect(String(decoding: note.text, as: UTF8.self) == vector.text)
    }
  }

  @Test func theKeyOfTheSpecificationMakesItsVerifierKey() throws {
    let keys = try KeyVectors.all()
    let key = try SigningKey(text: Array(keys.skey.utf8))
    #expect(NoteSamples.text(key.verifier) == keys.vkey)
    let seed = try #require(Ed25519Key(seed: LogVectors.bytes(hexadecimal: keys.signSeed)))
    let again = SigningKey(name: NoteSamples.name(keys.origin), key: seed)
    #expect(again.text == key.text)
  }

  @Test func newKeysDifferAndAreReadAgain() throws {
    let first = NoteSamples.key("a/b")
    let second = NoteSamples.key("a/b")
    #expect(first.text != second.text)
    let again = try SigningKey(text: first.text)
    #expect(again.verifier == first.verifier && again.text == first.text)
  }

  @Test func anotherFormIsRefused() throws {
    let key = NoteSamples.key("a")
    let other = NoteSamples.key("b")
    let text = String(decoding: key.text, as: UTF8.self)
    let wrong = text.replacing(
      key.verifier.identifier.hexadecimal, with: other.verifier.identifier.hexadecimal)
    let cases: [(String, KeyProblem)] = [
      ("", .form), (NoteSamples.text(key.verifier), .form), (wrong, .identifier),
      (text.replacing("+a+", with: "+c+"), .identifier), (text + "AAAA", .size),
      ("PRIVATE+KEY+a+00000000+BAAA", .algorithm), ("PRIVATE+KEY+a+00000000+", .size),
    ]
    for (text, problem) in cases {
      #expect(throws: problem) { try SigningKey(text: Array(text.utf8)) }
    }
  }

  @Test func nothingShowsASecret() throws {
    let keys = try KeyVectors.all()
    let file = KeyFile(generatingFor: NoteSamples.name(keys.origin))
    let salt = try #require(file.salt)
    var shown = "\(file) \(String(reflecting: file)) \(file.signing) \(salt)"
    dump(file, to: &shown)
    let secrets = [file.signing.text, salt.text].map { text in
      String(decoding: text.suffix(44), as: UTF8.self)
    }
    for secret in secrets + [salt.secret.hexadecimal, "\(salt.secret)"] {
      #expect(!shown.contains(secret))
    }
    #expect(shown.contains(file.signing.verifier.identifier.hexadecimal))
  }
}
