import Bytes
import Digests
import Stages

@testable import Integrity

/// What must hold of every text that may be a note, a checkpoint, a key or a policy: tests of random
/// texts and the fuzzer share it.
enum NoteCheck {
  private static let log = key("log.example/test", 1)
  private static let other = key("other.example", 2)
  private static let witness = VerifierKey(
    name: log.verifier.name, algorithm: .cosignature, publicKey: other.verifier.publicKey)

  private static func key(_ name: String, _ seed: UInt8) -> SigningKey {
    guard let name = KeyName(Array(name.utf8)),
      let key = Ed25519Key(seed: [UInt8](repeating: seed, count: 32))
    else { preconditionFailure("a name and 32 bytes are a key") }
    return SigningKey(name: name, key: key)
  }

  /// What the keys have signed.
  private static let signed: [SignedCheckpoint] = [0, 7, 1 << 40].map { size in
    let root = Digest256(of: Array("\(size)".utf8).span)
    guard
      let checkpoint = Checkpoint(origin: Array("log.example/test/q1".utf8), size: size, root: root)
    else { preconditionFailure("an origin, a size and a root are a checkpoint") }
    do throws(CheckpointProblem) {
      var note = try SignedCheckpoint(checkpoint, signedWith: log)
      if size > 0 { _ = note.sign(with: other) }
      return note
    } catch {
      preconditionFailure("a checkpoint is signed: \(error.reason)")
    }
  }

  /// A note that a witness has signed.
  private static let witnessed: [UInt8] = {
    let time: [UInt8] = [0, 0, 0, 0, 0x65, 0, 0, 0]
    let text = signed[1].note.text
    let signature = other.signature(of: Cosignature.message(text, at: 0x6500_0000))
    return signed[1].bytes + NoteSignature(by: witness, time + signature).line
  }()

  /// Texts to begin with.
  static let seeds: [[UInt8]] =
    signed.map(\.bytes) + [
      witnessed, log.text, other.verifier.text, witness.text,
      Array(
        """
        # who is trusted
        log \(String(decoding: log.verifier.text, as: UTF8.self)) https://log.example/
        witness w1 \(String(decoding: witness.text, as: UTF8.self))
        group g any w1
        quorum g

        """.utf8),
      Array("text\n\n\n— name AAAAAAA=\n".utf8), Array("text\n\n— é/ü AAAAAAAA\n".utf8),
    ]

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    note(input) ?? checkpoint(input) ?? keys(input) ?? policy(input)
  }

  private static func note(_ input: [UInt8]) -> String? {
    let note: SignedNote
    do throws(NoteProblem) {
      note = try SignedNote(parsing: input)
    } catch {
      return nil
    }
    if note.bytes != input { return "a note is written as another" }
    for key in [log.verifier, other.verifier, witness] {
      // Why it is not verified is of no interest.
      guard let found = try? note.verified(by: [key]) else { continue }
      guard let real = signed.first(where: { $0.note.text == note.text }) else {
        return "a text that nobody signed is verified"
      }
      if key == witness {
        if real != signed[1] || found.first?.time != 0x6500_0000 { return "a forged witness" }
      } else if !real.note.signatures.contains(where: { $0.isNamed(after: key) }) {
        return "a key signed what it did not"
      }
    }
    return nil
  }

  private static func checkpoint(_ input: [UInt8]) -> String? {
    do throws(CheckpointProblem) {
      let read = try SignedCheckpoint(parsing: input)
      if read.checkpoint.text != read.note.text { return "a checkpoint has another text" }
      if read.bytes != input { return "a checkpoint is written as another" }
      _ = read.checkpoint.isOrigin(of: log.verifier.name)
    } catch {
      if error.reason.isEmpty { return "a refusal without a reason" }
    }
    return nil
  }

  private static func keys(_ input: [UInt8]) -> String? {
    do throws(KeyProblem) {
      let key = try VerifierKey(text: input)
      return key.text == input || isUpperCase(input) ? nil : "a key is written as another"
    } catch {
      if error.reason.isEmpty { return "a refusal without a reason" }
    }
    do throws(KeyProblem) {
      let key = try SigningKey(text: input)
      return key.text == input || isUpperCase(input) ? nil : "a secret key is written as another"
    } catch {
      return error.reason.isEmpty ? "a refusal without a reason" : nil
    }
  }

  /// Whether a letter of the identifier may be in upper case, which is read too.
  private static func isUpperCase(_ text: [UInt8]) -> Bool {
    text.contains { (0x41...0x46).contains($0) }
  }

  private static func policy(_ input: [UInt8]) -> String? {
    do throws(Problem) {
      let policy = try PolicyText.policy(input, place: "policy")
      for note in signed {
        // Trust in keys says nothing of who signed: it must not stop.
        _ = try? policy.verify(note)
      }
    } catch {
      // No word of a policy is shown: it could be a key file, given by mistake.
      if error.message.contains("PRIVATE") { return "a message with a secret" }
    }
    do throws(Problem) {
      _ = try KeyFile(text: input, place: "key")
    } catch {
      if error.message.contains("PRIVATE+KEY+log") { return "a message with a secret" }
    }
    return nil
  }
}
