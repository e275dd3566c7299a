import ArgumentParser
import Bytes
import Integrity
import Stages

/// Where the evidence of an export is, and whom to trust.
struct EvidenceArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of evidence.", valueName: "name.kt"))
  var log: String?
  @Option(
    help: ArgumentHelp(
      "The checkpoint, where it is not the folder's; leaves and manifest beside it are used.",
      valueName: "file"))
  var checkpoint: String?
  @Option(
    help: ArgumentHelp(
      "Whose signatures count: a verifier key, or a file of one or of a C2SP policy.",
      valueName: "key|file"))
  var trust: String?
  @Option(help: ArgumentHelp("The salt, where it is not the folder's.", valueName: "file"))
  var salt: String?

  /// Whether any evidence is named.
  var isGiven: Bool { log != nil || checkpoint != nil }

  func validate() throws {
    guard isGiven || (trust == nil && salt == nil) else {
      throw ValidationError("--trust and --salt need --log or --checkpoint")
    }
  }

  /// The evidence; nil where none is named.
  func options() throws(Problem) -> EvidenceOptions? {
    guard isGiven else { return nil }
    var options = EvidenceOptions()
    options.folder = log.map { ExportFolder(Path(argument: $0)) }
    options.checkpoint = checkpoint.map { Path(argument: $0) }
    options.salt = salt.map { Path(argument: $0) }
    if let trust { options.trust = try TrustPolicy(argument: Path(argument: trust)) }
    return options
  }
}
