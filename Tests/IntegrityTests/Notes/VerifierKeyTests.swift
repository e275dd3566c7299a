import Integrity
import Testing

@Suite struct VerifierKeyTests {
  private func key(_ text: String) -> VerifierKey? {
    // What is no key is what the tests ask about.
    try? VerifierKey(text: Array(text.utf8))
  }

  private func problem(_ text: String) -> KeyProblem? {
    do throws(KeyProblem) {
      _ = try VerifierKey(text: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func theVectorsHold() throws {
    let vectors = try NoteVectors.all().vkey
    #expect(vectors.count == 33)
    for vector in vectors {
      let found = key(vector.vkey)
      #expect((found != nil) == vector.ok, "\(vector.vkey)")
      if let found { #expect(NoteSamples.text(found) == vector.vkey) }
    }
  }

  @Test func theKeysOfTheSpecificationAreRead() throws {
    let keys = try KeyVectors.all()
    let log = try #require(key(keys.vkey))
    #expect(log.algorithm == .ed25519 && log.name.text == keys.origin)
    #expect(log.identifier.hexadecimal == "9e1d324e")
    let witness = try #require(key(keys.witnessKey))
    #expect(witness.algorithm == .cosignature && witness.name.text == "witness.example/w1")
    #expect(witness.identifier.hexadecimal == "2a14226e")
  }

  @Test func theReasonSaysWhatIsWrong() throws {
    let keys = try KeyVectors.all()
    #expect(problem(keys.skey) == .secret)
    #expect(problem("KT+SALT+a+00000000+AA==") == .secret)
    #expect(problem("") == .form)
    #expect(problem("a+00+AA==") == .form)
    #expect(problem("a+0000000g+AA==") == .form)
    #expect(problem("a b+00000000+AA==") == .name)
    #expect(problem("+00000000+AA==") == .name)
    #expect(problem("a+00000000+A") == .size)
    #expect(problem("a+00000000+AA==") == .identifier)
    #expect(problem(keys.vkey.replacing("+9e1d324e+", with: "+9e1d324f+")) == .identifier)
    #expect(problem(keys.vkey + "\n") == .size)
  }

  @Test func everyChangedCharacterIsSeen() throws {
    let text = Array(try KeyVectors.all().vkey.utf8)
    let whole = try VerifierKey(text: text)
    for place in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[place] ^= 1 << UInt8(bit)
        let found = key(String(decoding: changed, as: UTF8.self))
        // The case of the identifier's digits is all that can differ.
        #expect(found == nil || found == whole)
      }
    }
  }
}
