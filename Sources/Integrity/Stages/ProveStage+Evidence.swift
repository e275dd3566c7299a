import Bytes
import Commitments
import DecisionEvent
import EventJSON
import Stages

// What is needed before the first event.
extension ProveStage where Condition: ~Copyable {
  static func stubWriter(
    _ condition: borrowing Condition?, _ kept: [FieldPath]
  ) -> StubWriter? {
    switch condition {
    case .some(let condition): StubWriter(KeptPaths(condition.paths + kept))
    case .none: nil
    }
  }

  static func evidence(_ options: EvidenceOptions) throws(Problem) -> Evidence {
    var options = options
    options.makesProofs = true
    let (evidence, findings) = try EvidenceReader.read(options)
    // Who trusts the checkpoint is the affair of who verifies.
    if let finding = findings.first(where: { $0.code != .untrustedKey }) {
      let isEvidence = finding.code.meaning == .evidenceOfChange
      throw Problem(
        isEvidence ? .negative : .failure,
        "--log: \(finding.code.rawValue): \(finding.reason ?? "nothing can be proven")")
    }
    guard evidence.section != nil else { throw Problem(.failure, "--log: there are no leaves") }
    guard evidence.salt != nil else {
      throw Problem(.failure, "--log: there is no salt to make receipts with; --salt names it")
    }
    return evidence
  }

  static func leaves(of evidence: Evidence) throws(Problem) -> LeafFile {
    guard let leaves = try evidence.openLeaves() else {
      throw Problem(.failure, "--log: there are no leaves")
    }
    return leaves
  }

  static func folder(_ path: Path?) throws(Problem) -> ProofFolder? {
    guard let path else { return nil }
    return try ProofFolder(path)
  }
}
