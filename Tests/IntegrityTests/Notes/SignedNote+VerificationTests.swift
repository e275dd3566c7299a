import Bytes
import Commitments
import Digests
import Foundation
import Testing

@testable import Integrity

@Suite struct SignedNoteVerificationTests {
  private func outcome(_ vector: NoteVectors.Open) throws -> (String, [VerifiedSignature]) {
    let keys = try vector.vkeys.map { try VerifierKey(text: Array($0.utf8)) }
    let note: SignedNote
    do throws(NoteProblem) {
      note = try SignedNote(parsing: [UInt8](vector.note))
    } catch {
      return ("note", [])
    }
    do throws(SignatureProblem) {
      let verified = try note.verified(by: keys)
      #expect(vector.text.map { Array($0.utf8) } == note.text)
      return ("ok", verified)
    } catch {
      return (error == .untrustedKey ? "untrusted" : "signature", [])
    }
  }

  @Test func theVectorsHold() throws {
    let vectors = try NoteVectors.all().open
    #expect(vectors.count == 18)
    for vector in vectors {
      let (want, verified) = try outcome(vector)
      #expect(want == vector.want, "\(vector.name)")
      #expect(verified.map { NoteSamples.text($0.key) } == vector.good ?? [], "\(vector.name)")
    }
  }

  @Test func aBadLineOfAKnownKeyRefusesTheNoteWhereverItIs() throws {
    let key = NoteSamples.key("a")
    var note = try SignedNote(text: Array("text\n".utf8))
    var other = try SignedNote(text: Array("other\n".utf8))
    try NoteSamples.sign(&note, with: key)
    try NoteSamples.sign(&other, with: key)
    let good = note.bytes.suffix(from: 6)
    let bad = other.bytes.suffix(from: 7)
    for block in [good + bad, bad + good, bad] {
      let mixed = try SignedNote(parsing: Array("text\n\n".utf8) + block)
      #expect(throws: SignatureProblem.badSignature(key.verifier)) {
        try mixed.verified(by: [key.verifier])
      }
      #expect(throws: SignatureProblem.untrustedKey) { try mixed.verified(by: []) }
    }
  }

  @Test func nameAndIdentifierMustBothMatch() throws {
    let key = NoteSamples.key("a")
    let seed = try #require(Ed25519Key(seed: Array(repeating: 7, count: 32)))
    let named = [
      SigningKey(name: NoteSamples.name("a"), key: seed),
      SigningKey(name: NoteSamples.name("b"), key: seed),
    ]
    var note = try SignedNote(text: Array("text\n".utf8))
    try NoteSamples.sign(&note, with: named[0])
    for verifier in [key.verifier, named[1].verifier] {
      #expect(throws: SignatureProblem.untrustedKey) { try note.verified(by: [verifier]) }
    }
    // The right key, the wrong name.
    let renamed = String(decoding: note.bytes, as: UTF8.self)
      .replacing("\u{2014} a ", with: "\u{2014} b ")
    let parsed = try SignedNote(parsing: Array(renamed.utf8))
    #expect(throws: SignatureProblem.untrustedKey) {
      try parsed.verified(by: named.map(\.verifier))
    }
  }

  @Test func everyFlippedBitOfANoteIsSeen() throws {
    let bytes = try [UInt8](Data(contentsOf: LogVectors.url("kt/day1/checkpoint")))
    let key = try VerifierKey(text: Array(try KeyVectors.all().vkey.utf8))
    #expect(try SignedNote(parsing: bytes).verified(by: [key]).count == 1)
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        // Whatever the note became, nobody known signed it.
        let verified = try? SignedNote(parsing: changed).verified(by: [key])
        #expect(verified == nil, "byte \(place), bit \(bit)")
      }
    }
  }

  // MARK: Witnesses

  private func line(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("\u{2014} \(name) ".utf8) + Base64.padded.encoded(bytes) + [.newline]
  }

  /// A signature as C2SP tlog-cosignature describes it, made by hand.
  private func cosignature(
    _ text: String, at time: UInt64, _ seed: Ed25519Key, identifier: [UInt8], said: UInt64? = nil
  ) throws -> [UInt8] {
    let message = "cosignature/v1\ntime \(said ?? time)\n\(text)"
    let signature = try #require(seed.signature(of: Array(message.utf8)))
    let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) }
    return line("witness.example/w1", identifier + stamp + signature)
  }

  @Test func aWitnessSignsATimeAndTheEarliestIsGiven() throws {
    let keys = try KeyVectors.all()
    let witness = try VerifierKey(text: Array(keys.witnessKey.utf8))
    let seed = try #require(Ed25519Key(seed: LogVectors.bytes(hexadecimal: keys.witnessSeed)))
    #expect(seed.publicKey == witness.publicKey)
    let text = "audit.example/org/acme\n1\nroot\n"
    let identifier: [UInt8] = [0x2A, 0x14, 0x22, 0x6E]
    func verified(_ lines: [UInt8]) throws -> [VerifiedSignature] {
      try SignedNote(parsing: Array("\(text)\n".utf8) + lines).verified(by: [witness])
    }
    let late = try cosignature(text, at: 1_700_000_000, seed, identifier: identifier)
    let early = try cosignature(text, at: 1_679_315_147, seed, identifier: identifier)
    #expect(try verified(late).map(\.time) == [1_700_000_000])
    #expect(try verified(late + early + late).map(\.time) == [1_679_315_147])
    let wrong = [
      try cosignature(text, at: 5, seed, identifier: identifier, said: 6),
      try cosignature("other\n", at: 5, seed, identifier: identifier),
      try cosignature(text, at: 1 << 63, seed, identifier: identifier),
      line("witness.example/w1", identifier + [UInt8](repeating: 0, count: 64)),
      line("witness.example/w1", identifier + [0]),
    ]
    for line in wrong {
      #expect(throws: SignatureProblem.badSignature(witness)) { try verified(late + line) }
    }
    // As a plain signature of the same key it would have another identifier.
    let plain = try #require(seed.signature(of: Array(text.utf8)))
    #expect(throws: SignatureProblem.badSignature(witness)) {
      try verified(line("witness.example/w1", identifier + plain))
    }
  }

  @Test func aLineOfAnUnknownAlgorithmSaysNothing() throws {
    let key = NoteSamples.key("a")
    var note = try SignedNote(text: Array("text\n".utf8))
    try NoteSamples.sign(&note, with: key)
    let longer = note.bytes + line("a", [1, 2, 3, 4] + [UInt8](repeating: 9, count: 3309))
    #expect(try SignedNote(parsing: longer).verified(by: [key.verifier]).count == 1)
  }
}
