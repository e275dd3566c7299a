import Bytes
import Digests
import Foundation
import Integrity
import Testing

@Suite struct SignedCheckpointTests {
  private func key(_ text: String) throws -> VerifierKey { try VerifierKey(text: Array(text.utf8)) }

  /// Section 8 of the specification.
  @Test func theWorkedExampleIsSignedAsItIsPrinted() throws {
    let printed = """
      audit.example/acme
      2
      A/iFdmlAj4uefv1PpYlhVJooa+K47ir4R+joseYTlJo=

      \u{2014} audit.example/acme TaURZysb8T0TptMp0rVijFe4zVIEHAM6QSVGqzuHGnYimeso2iv7jeFYaA8dkIyEUwCIAZNWb/t76McveNNTZNRJ2Ak=

      """
    let verifier = try key(
      "audit.example/acme+4da51167+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
    let seed = try #require(Ed25519Key(seed: (0..<32).map { UInt8($0) }))
    let signing = SigningKey(name: NoteSamples.name("audit.example/acme"), key: seed)
    #expect(signing.verifier == verifier)
    let root = try #require(
      LogVectors.digest(
        hexadecimal: "03f8857669408f8b9e7efd4fa58961549a286be2b8ee2af847e8e8b1e613949a"))
    let checkpoint = try #require(
      Checkpoint(origin: Array("audit.example/acme".utf8), size: 2, root: root))
    let signed = try SignedCheckpoint(checkpoint, signedWith: signing)
    let known = try SignedCheckpoint(parsing: Array(printed.utf8))
    #expect(known.checkpoint == checkpoint && known.checkpoint == signed.checkpoint)
    for signed in [signed, known] {
      #expect(try TrustPolicy(verifier).verify(signed).map(\.key) == [verifier])
    }
    #expect(String(decoding: known.bytes, as: UTF8.self) == printed)
  }

  @Test func theCheckpointOfTheFirstDayVerifies() throws {
    let keys = try KeyVectors.all()
    let bytes = try [UInt8](Data(contentsOf: LogVectors.url("kt/day1/checkpoint")))
    let signed = try SignedCheckpoint(parsing: bytes)
    #expect(signed.checkpoint.size == 61)
    let root = "70d6ebf85f6ba26accfc6217dbfc849c21164d18ce4788ff283dbb07a36afc51"
    #expect(signed.checkpoint.root.bytes.hexadecimal == root)
    #expect(try TrustPolicy(try key(keys.vkey)).verify(signed).count == 1)
    // The leaves beside it give its root.
    let leaves = try [UInt8](Data(contentsOf: LogVectors.url("kt/day1/leaves")))
    let hashes = stride(from: 0, to: leaves.count, by: 32).compactMap {
      LogVectors.digest(Array(leaves[$0..<($0 + 32)]))
    }
    #expect(LogVectors.frontier(hashes[...]).root == signed.checkpoint.root)
    #expect(hashes.count == 61)
  }

  @Test func anotherKeySignsBelowTheFirst() throws {
    let (old, new) = (NoteSamples.key("a"), NoteSamples.key("a"))
    var signed = try SignedCheckpoint(NoteSamples.checkpoint("a"), signedWith: old)
    let before = signed.bytes
    let isNew = signed.sign(with: new)
    #expect(isNew)
    #expect(signed.bytes.starts(with: before) && signed.bytes.count > before.count)
    for key in [old, new] {
      #expect(try TrustPolicy(key.verifier).verify(signed).map(\.key) == [key.verifier])
    }
    let after = signed.bytes
    let isNewAgain = signed.sign(with: old)
    #expect(!isNewAgain && signed.bytes == after)
  }

  @Test func linesBehindTheRootAreRefused() throws {
    let key = NoteSamples.key("a")
    let text = NoteSamples.checkpoint("a").text + Array("more\n".utf8)
    var note = try SignedNote(text: text)
    try NoteSamples.sign(&note, with: key)
    let bytes = note.bytes
    #expect(throws: CheckpointProblem.extensionLines) { try SignedCheckpoint(parsing: bytes) }
    #expect(throws: CheckpointProblem.extensionLines) {
      try SignedCheckpoint(try Checkpoint(text: text), signedWith: key)
    }
    #expect(throws: CheckpointProblem.note(.form)) {
      try SignedCheckpoint(parsing: NoteSamples.checkpoint("a").text)
    }
  }
}
