import ArgumentParser
import Bytes
import Command
import Integrity
import Stages

/// Proves that a log only grew.
struct Consistency: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "consistency",
    abstract: "Prove that a log only grew since an old checkpoint of it.",
    usage: "kt-hash consistency [--trust <key|file>] <old> <new.kt>",
    discussion: """
      Standard output gets the body that asks a C2SP witness for its signature. The old export may \
      be gone: its checkpoint is enough.

      $ kt-hash consistency q1.kt/checkpoint q2.kt > q1-q2.proof
      $ curl --data-binary @q1-q2.proof https://witness.example/add-checkpoint
      """)

  @Argument(
    help: ArgumentHelp("The old checkpoint, or its folder.", valueName: "old"))
  var old: String
  @Argument(
    help: ArgumentHelp("The folder of the export that extended the log.", valueName: "new.kt"))
  var new: String
  @Option(
    help: ArgumentHelp(
      "Ask for a signature of this verifier key, or file of one or of a C2SP policy, too.",
      valueName: "key|file"))
  var trust: String?

  mutating func execute() throws -> ExitStatus {
    var options = EvidenceOptions()
    options.folder = ExportFolder(Path(argument: new))
    if let trust { options.trust = try TrustPolicy(argument: Path(argument: trust)) }
    let body = try LogGrowth.proof(
      from: ExportFolder.checkpointFile(Path(argument: old)), to: options)
    return KTHash.writeOut(body.span)
  }
}
