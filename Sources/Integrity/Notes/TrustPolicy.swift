/// Whose signatures count: a log's key, or the logs, witnesses and quorum of a C2SP tlog-policy
/// file (spec/integrity.md, section 2.7).
///
/// It comes from the caller, never from beside the data.
public struct TrustPolicy: Sendable {
  /// The keys of logs, any of which is enough; at least one.
  public let logs: [VerifierKey]
  /// The keys of witnesses.
  public let witnesses: [VerifierKey]
  let quorum: WitnessQuorum

  init(logs: [VerifierKey], witnesses: [VerifierKey], quorum: WitnessQuorum) {
    precondition(!logs.isEmpty, "a policy trusts a log")
    self.logs = logs
    self.witnesses = witnesses
    self.quorum = quorum
  }

  /// Trust in one log, without witnesses.
  public init(_ log: VerifierKey) {
    self.init(logs: [log], witnesses: [], quorum: WitnessQuorum())
  }

  /// Verifies a checkpoint: a trusted log of that origin signed it, enough witnesses did, and no
  /// signature of a known key is bad.
  ///
  /// Gives the signatures of all known keys in the order of the note. Evidence of a change is
  /// told before what only leaves a doubt.
  ///
  /// - Throws: `badSignature`, then `untrustedKey`, `originMismatch`, `quorum`.
  public func verify(
    _ checkpoint: SignedCheckpoint
  ) throws(TrustProblem) -> [VerifiedSignature] {
    let verified: [VerifiedSignature]
    do throws(SignatureProblem) {
      verified = try checkpoint.note.verified(by: logs + witnesses)
    } catch {
      switch error {
      case .badSignature(let key): throw .badSignature(key)
      case .untrustedKey: throw .untrustedKey
      }
    }
    let signers = verified.map(\.key)
    let trusted = signers.filter(logs.contains)
    guard let first = trusted.first else { throw .untrustedKey }
    guard trusted.contains(where: { checkpoint.checkpoint.isOrigin(of: $0.name) }) else {
      throw .originMismatch(first)
    }
    let present = Set(witnesses.indices.filter { signers.contains(witnesses[$0]) })
    guard quorum.isMet(by: present) else { throw .quorum }
    return verified
  }
}
