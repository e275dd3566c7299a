public import Bytes
public import Stages

/// The log that an export extends (spec/integrity.md, section 2.7): it must be whole and ours, as
/// two trees of one name that do not extend each other must never be signed.
public enum PreviousLog {
  /// The log as its last export left it, by the evidence in a folder.
  ///
  /// - Parameter trust: whom to trust: the key that is to sign.
  /// - Throws: `negative` for evidence that does not agree, `failure` where some is missing,
  ///   `usage` for another log.
  public static func frontier(
    of folder: ExportFolder, origin: String, trust: TrustPolicy
  ) throws(Problem) -> Frontier {
    var options = EvidenceOptions()
    options.folder = folder
    options.trust = trust
    let (evidence, findings) = try EvidenceReader.read(options)
    // A salt is not needed to extend a log.
    if let finding = findings.first(where: { $0.code != .wrongSalt }) {
      throw problem(folder, "\(finding.code.rawValue): \(finding.reason ?? "")", .negative)
    }
    guard let checkpoint = evidence.checkpoint?.checkpoint, let log = evidence.logs?.whole else {
      throw problem(folder, "leaves: are not there", .failure)
    }
    guard checkpoint.origin == Array(origin.utf8) else {
      throw problem(folder, "the log has another name than \(Quoting.quoted(origin))", .usage)
    }
    return log
  }

  private static func problem(
    _ folder: ExportFolder, _ reason: String, _ status: ExitStatus
  ) -> Problem {
    Problem(status, "--after: \(Quoting.escaped(folder.path.text)): \(reason); nothing sealed")
  }
}

extension LogSource {
  /// The log that a checkpoint is of, for the record: its signatures are not verified.
  ///
  /// - Throws: `failure` where the file can't be read, `usage` where it is no checkpoint.
  public init(checkpoint file: Path) throws(Problem) {
    let bytes = try ExportFolder.contents(of: file)
    do throws(CheckpointProblem) {
      let checkpoint = try SignedCheckpoint(parsing: bytes).checkpoint
      self.init(
        origin: String(decoding: checkpoint.origin, as: UTF8.self), size: checkpoint.size,
        root: checkpoint.root)
    } catch {
      throw Problem(.usage, "--source: \(Quoting.escaped(file.text)): \(error.reason)")
    }
  }
}
