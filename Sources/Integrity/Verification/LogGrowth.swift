public import Bytes
import Digests
public import Stages

/// Proves that a log only grew since a checkpoint of it (spec/integrity.md, section 3,
/// `consistency`).
public enum LogGrowth {
  /// The body that C2SP witnesses take: the proof that the log of an old checkpoint became that of
  /// an export.
  ///
  /// Old exports may be gone: the frontier in the seal, and the leaves since then, are enough.
  ///
  /// - Parameters:
  ///   - old: the file of the old checkpoint.
  ///   - new: the evidence of the export that extended it, and of the log so far.
  /// - Throws: `negative` where the logs do not agree, `failure` where evidence is missing.
  public static func proof(
    from old: Path, to new: EvidenceOptions
  ) throws(Problem) -> [UInt8] {
    var options = new
    options.makesProofs = true
    let (evidence, findings) = try EvidenceReader.read(options)
    if let finding = findings.first(where: { matters($0.code, trusting: new.trust != nil) }) {
      let isEvidence = finding.code.meaning == .evidenceOfChange
      throw Problem(
        isEvidence ? .negative : .failure,
        "\(finding.code.rawValue): \(finding.reason ?? "the evidence is wrong")")
    }
    guard let checkpoint = evidence.checkpoint, let section = evidence.section else {
      throw Problem(.failure, "the export has no leaves to prove anything with")
    }
    let start = try Self.checkpoint(old)
    guard start.origin == checkpoint.checkpoint.origin else {
      throw Problem(.negative, "origin-mismatch: the two checkpoints are of different logs")
    }
    let proof = try Self.proof(from: start, to: checkpoint.checkpoint, section, evidence)
    var body = Output(capacity: 4096)
    ProofFile.append(
      consistencyFrom: start.size, proof: proof, checkpoint: checkpoint.bytes, to: &body)
    return Array(copying: body.bytes)
  }

  /// Salts prove nothing of growth, and trust only where somebody is trusted.
  private static func matters(_ code: FindingCode, trusting: Bool) -> Bool {
    switch code {
    case .wrongSalt: false
    case .untrustedKey: trusting
    default: true
    }
  }

  private static func checkpoint(_ file: Path) throws(Problem) -> Checkpoint {
    let bytes = try ExportFolder.contents(of: file)
    do throws(CheckpointProblem) {
      return try SignedCheckpoint(parsing: bytes).checkpoint
    } catch {
      throw Problem(
        .negative, "bad-checkpoint: \(Quoting.escaped(file.text)): \(error.reason)")
    }
  }

  private static func proof(
    from old: Checkpoint, to new: Checkpoint, _ section: LogSection, _ evidence: Evidence
  ) throws(Problem) -> [Digest256] {
    guard old.size > 0 else {
      throw Problem(.failure, "the old log has no leaf; every log extends the empty one")
    }
    guard old.size <= new.size else {
      throw Problem(.negative, "root-mismatch: the log had \(old.size) leaves and has \(new.size)")
    }
    guard old.size >= section.before.size else {
      throw Problem(
        .failure,
        "the export begins at \(section.before.size), behind the old log's \(old.size): prove the "
          + "exports between them first, one after the other")
    }
    guard let leaves = try evidence.openLeaves() else {
      throw Problem(.failure, "the export has no leaves to prove anything with")
    }
    let reader = SharedLeaves(leaves, first: section.before.size)
    var proofs = LogProofs(section) { range throws(Problem) in try reader.leaves(range) }
    let proof = try proofs.consistencyProof(from: old.size)
    guard
      ConsistencyProof.isValid(
        from: old.size, old.root, to: new.size, new.root, proof: proof)
    else {
      throw Problem(
        .negative, "root-mismatch: the log does not begin with that of the old checkpoint")
    }
    return proof
  }
}
