public import ArgumentParser
import Bytes
import Command
import Filtering
public import Integrity
import Stages

/// Verifies events against their content hashes and against a sealed log.
struct Verify: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify events: their content hashes, and the sealed log where it is named.",
    usage: "kt-hash verify [options] [<files> ...]",
    discussion: """
      Trust comes from --trust alone: a verifier key, a file that holds one, or a C2SP policy file \
      with witnesses. A key found beside the data is never trusted.

      $ kt-source events/ | kt-hash verify | kt-sink copy.jsonl.gz
      $ kt-hash verify --log q1.kt --trust verifier.pub q1/*.jsonl.gz > /dev/null
      $ kt-hash verify --checkpoint q1.kt/checkpoint --trust verifier.pub q1-redacted.jsonl.gz
      """)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []
  @OptionGroup(title: "Evidence") var evidence: EvidenceArguments
  @OptionGroup(title: "Evidence") var condition: ConditionOptions
  @Flag(help: "Events may be left out, and stand in any order; what is left out is told.")
  var subset = false
  @Option(
    help: ArgumentHelp(
      "Hand on events with nothing against them (ok), the others (bad), or of the first only what "
        + "is proven.", valueName: "ok|bad|proven"))
  var only: VerifyOptions.Selection?
  @OptionGroup(title: "Content hashes") var content: ContentOptions
  @OptionGroup(title: "Stream options") var hashing: HashingOptions
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions

  func validate() throws {
    guard !subset || evidence.isGiven else {
      throw ValidationError("--subset needs --log or --checkpoint")
    }
    guard condition.complete == nil || evidence.isGiven, condition.complete == nil || !subset else {
      throw ValidationError("--complete needs --log or --checkpoint, and all events of the log")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var options = VerifyOptions()
    options.selection = only
    options.isSubset = subset
    options.files = files.filter { $0 != "-" }.map { Path(argument: $0) }
    options.pairs = try content.pairs()
    options.threads = hashing.threadCount
    var pumpOptions = stream.pumpOptions
    pumpOptions.maximumBytes = limits.maximum
    pumpOptions.concludesAtEndOfInput = evidence.isGiven
    if frame { pumpOptions.framing = .start }
    let stage = try VerifyStage(
      options, evidence: try evidence.options(), complete: try condition.condition(),
      report: try hashing.findingReport())
    var pump = Pump(stage, options: pumpOptions, tool: KTHash().identity)
    let summary = pump.run(files: files)
    let ended = pump.takeStage()
    guard let conclusion = ended.conclusion else { return summary.status }
    let answer = conclusion.answer
    guard summary.status == .success || answer != .verified else { return summary.status }
    Announcement.write(conclusion.sentence)
    // What keeps the stream from being read, or written, to its end wins over a doubt.
    return summary.status == .success || answer == .evidenceOfChange
      ? answer.exitStatus : summary.status
  }
}

extension VerifyOptions.Selection: ExpressibleByArgument {}
