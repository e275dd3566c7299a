import Bytes
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct TrustPolicyTests {
  private let log = NoteSamples.key("audit.example/acme")
  private let other = NoteSamples.key("other.example")
  private let seeds: [Ed25519Key]
  private let witnesses: [VerifierKey]

  init() throws {
    seeds = try (1...5).map { number in
      try #require(Ed25519Key(seed: [UInt8](repeating: UInt8(number), count: 32)))
    }
    witnesses = seeds.enumerated().map { number, seed in
      VerifierKey(
        name: NoteSamples.name("w\(number)"), algorithm: .cosignature, publicKey: seed.publicKey)
    }
  }

  private func policy(_ lines: String) throws -> TrustPolicy {
    let keys = witnesses.indices.map { "witness W\($0) \(NoteSamples.text(witnesses[$0]))\n" }
    let text = "log \(NoteSamples.text(log.verifier))\n" + keys.joined() + lines
    return try TrustPolicy(text: Array(text.utf8), place: "policy")
  }

  /// The checkpoint of the log with these witnesses' lines below it.
  private func signed(by places: [Int], _ key: SigningKey? = nil) throws -> SignedCheckpoint {
    let checkpoint = NoteSamples.checkpoint("audit.example/acme")
    var bytes = try SignedCheckpoint(checkpoint, signedWith: key ?? log).bytes
    for place in places {
      let message = Cosignature.message(checkpoint.text, at: 1000 + place)
      let stamp = [0, 0, 0, 0, 0, 0, 3, UInt8(0xE8 + place)] as [UInt8]
      let signature = try #require(seeds[place].signature(of: message))
      bytes += NoteSignature(by: witnesses[place], stamp + signature).line
    }
    return try SignedCheckpoint(parsing: bytes)
  }

  private func problem(_ policy: TrustPolicy, _ checkpoint: SignedCheckpoint) -> TrustProblem? {
    do throws(TrustProblem) {
      _ = try policy.verify(checkpoint)
      return nil
    } catch {
      return error
    }
  }

  @Test func aQuorumNeedsAsManyMembersAsItsGroupsSay() throws {
    let policy = try policy(
      """
      group X 2 W0 W1 W2
      group Y any W3 W4
      group both all X Y
      quorum both
      """)
    let enough = [[0, 1, 3], [1, 2, 4], [0, 1, 2, 3, 4]]
    let few = [[], [0, 1], [0, 3], [3, 4], [2, 3, 4], [0, 1, 2]]
    for places in enough {
      let verified = try policy.verify(try signed(by: places))
      #expect(verified.map(\.key) == [log.verifier] + places.map { witnesses[$0] })
      #expect(verified.dropFirst().map(\.time) == places.map { 1000 + $0 })
    }
    for places in few { #expect(problem(policy, try signed(by: places)) == .quorum) }
  }

  @Test func oneWitnessTwiceIsOneWitness() throws {
    let policy = try policy("group X 2 W0 W1\nquorum X\n")
    #expect(problem(policy, try signed(by: [0, 0])) == .quorum)
    #expect(problem(policy, try signed(by: [0, 1, 0])) == nil)
  }

  @Test func witnessesWithoutTheLogAreNotEnough() throws {
    let policy = try policy("quorum W0\n")
    #expect(problem(policy, try signed(by: [0])) == nil)
    #expect(problem(policy, try signed(by: [1])) == .quorum)
    #expect(problem(policy, try signed(by: [0], other)) == .untrustedKey)
    #expect(problem(try self.policy("quorum none\n"), try signed(by: [])) == nil)
  }

  @Test func aTrustedLogSignsItsOwnOriginOnly() throws {
    let text = "log \(NoteSamples.text(other.verifier))\nlog \(NoteSamples.text(log.verifier))\n"
    let policy = try TrustPolicy(text: Array("\(text)quorum none\n".utf8), place: "policy")
    #expect(problem(policy, try signed(by: [])) == nil)
    let foreign = try signed(by: [], other)
    #expect(problem(policy, foreign) == .originMismatch(other.verifier))
    var both = foreign
    let isNew = both.sign(with: log)
    #expect(isNew)
    #expect(problem(policy, both) == nil)
    // What is evidence is told before what is missing.
    let strict = "\(text)witness W \(NoteSamples.text(witnesses[0]))\nquorum W\n"
    let quorum = try TrustPolicy(text: Array(strict.utf8), place: "policy")
    #expect(problem(quorum, foreign) == .originMismatch(other.verifier))
    #expect(problem(quorum, both) == .quorum)
  }

  @Test func problemsHaveTheCodesOfTheSpecification() {
    let problems: [TrustProblem] = [
      .badSignature(log.verifier), .untrustedKey, .originMismatch(log.verifier), .quorum,
    ]
    let codes = problems.map(\.code.rawValue)
    #expect(codes == ["bad-signature", "untrusted-key", "origin-mismatch", "quorum"])
  }

  @Test func aBadLineOfAWitnessRefusesTheCheckpoint() throws {
    let policy = try policy("quorum none\n")
    let good = try signed(by: [0])
    let bad = NoteSignature(by: witnesses[1], [UInt8](repeating: 1, count: 72)).line
    let checkpoint = try SignedCheckpoint(parsing: good.bytes + bad)
    #expect(problem(policy, checkpoint) == .badSignature(witnesses[1]))
    #expect(problem(TrustPolicy(log.verifier), checkpoint) == nil)
  }

  @Test func anArgumentIsAKeyOrAFileWithOneOrWithAPolicy() throws {
    let folder = try TemporaryFolder()
    let key = NoteSamples.text(log.verifier)
    let path = Path(folder.path("trust"))
    for text in [key, key + "\n", " \t\(key)\n\n", "log \(key)\nquorum none\n"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path("trust")))
      #expect(try TrustPolicy(argument: path).logs == [log.verifier], "\(text)")
    }
    #expect(try TrustPolicy(argument: Path(key)).logs == [log.verifier])
    let missing = #expect(throws: Problem.self) {
      try TrustPolicy(argument: Path(folder.path("none")))
    }
    #expect(missing?.status == .usage)
    let secret = String(decoding: log.text, as: UTF8.self)
    for wrong in [secret, NoteSamples.text(log.verifier).replacing("acme+", with: "acne+")] {
      let problem = #expect(throws: Problem.self) { try TrustPolicy(argument: Path(wrong)) }
      #expect(problem?.message.contains("audit") == false && problem?.status == .usage)
    }
    try Data(count: (1 << 20) + 1).write(to: URL(fileURLWithPath: folder.path("trust")))
    let long = #expect(throws: Problem.self) { try TrustPolicy(argument: path) }
    #expect(long?.message.hasSuffix("too long") == true)
  }
}
