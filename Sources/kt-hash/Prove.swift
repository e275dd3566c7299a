import ArgumentParser
import Bytes
import Command
import DecisionEvent
import Filtering
import Integrity
import Stages

/// Adds receipts to events.
struct Prove: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Add to every event the receipt (_kt) that proves it, also after redaction.",
    usage: "kt-hash prove --log <name.kt> [options] [<files> ...]",
    discussion: """
      kt-redact punctures the receipts as it masks: what it takes out can't be guessed from them, \
      and everything else stays proven. A receipt opens all that its event shows; it is no secret \
      to whoever may read that.

      $ kt-source q1/ | kt-hash prove --log q1.kt | kt-redact --detect all | \
      kt-sink --log q1.kt q1-redacted.jsonl.gz
      $ kt-hash prove --log q1.kt --path one-event.jsonl > one-event-proven.jsonl
      """)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []
  @Option(help: ArgumentHelp("The folder of evidence.", valueName: "name.kt"))
  var log: String
  @Option(help: ArgumentHelp("The salt, where it is not the folder's.", valueName: "file"))
  var salt: String?
  @Flag(help: "Add inclusion paths, so that events can be verified without the leaves.")
  var path = false
  @Option(
    name: .customLong("tlog-proof"),
    help: ArgumentHelp(
      "Write a C2SP tlog-proof of each event to FOLDER, too, named by its index.",
      valueName: "folder"))
  var proofs: String?
  @OptionGroup var condition: ConditionOptions
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions

  func validate() throws {
    guard stream.errorPolicy != .pass else {
      throw ValidationError("--on-error pass: a line that is no event can't be proven")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var evidence = EvidenceOptions()
    evidence.folder = ExportFolder(Path(argument: log))
    evidence.salt = salt.map { Path(argument: $0) }
    var pumpOptions = stream.pumpOptions
    pumpOptions.maximumBytes = limits.maximum
    if frame { pumpOptions.framing = .start }
    let stage = try ProveStage(
      evidence: evidence, paths: path, proofs: proofs.map { Path(argument: $0) },
      condition: try condition.condition(),
      keeping: try condition.dictionary.dictionary().paths(of: .id))
    var pump = Pump(stage, options: pumpOptions, tool: KTHash().identity)
    let summary = pump.run(files: files)
    let ended = pump.takeStage()
    if summary.status == .success { Announcement.write(ended.sentence) }
    return summary.status
  }
}
