import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// Replaces personal data and secrets in decision events.
@main
struct KTRedact: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-redact",
    abstract: "Take personal data and secrets out of decision events.",
    discussion: """
      Everything else stays byte for byte. A line that can't be read stops the run: nothing goes \
      on that was not looked at.

      An event with a receipt (_kt, by kt-hash prove) keeps one that fits: what is taken out can't \
      be told from it, all else stays proven. A receipt that does not fit stops the run. Arrays \
      keep their length there: an element that is dropped becomes null.

      $ kt-source events/ | kt-redact --detect all | kt-sink clean.jsonl.gz
      $ kt-redact --detect pii,-IP_ADDRESS --with mask --with EMAIL_ADDRESS=remove events.jsonl
      $ kt-redact keygen keys && kt-redact --key-file keys --detect all --with pseudonym a.jsonl
      $ kt-redact --detect none --pattern 'EMPLOYEE_ID=E[0-9]{6}' --drop user.email events.jsonl
      $ kt-redact --policy pipelines/policies/auditor.json --log redacted.jsonl events.jsonl
      $ kt-hash prove --log q1.kt q1.jsonl | kt-redact --detect all > q1-redacted.jsonl
      $ kt-redact try 'write to jane.doe@example.com'

      Subcommands: kinds lists what can be found, try shows what becomes of a text, keygen makes \
      keys; each has its own --help.
      """,
    version: suiteVersion, subcommands: [Kinds.self, Try.self, KeyGeneration.self])

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup(title: "Records and checks") var record: RecordOptions
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions

  mutating func validate() throws {
    guard stream.errorPolicy != .pass else {
      throw ValidationError(
        "--on-error pass: a line that can't be read would go on unredacted; use skip, and "
          + "--rejects to keep it")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var request = try rules.request()
    request.checksOnly = record.check
    let ruleSet = RuleSet(request)
    if record.explain {
      let explanation = ruleSet.explanation
      return Self.writeOut(explanation.span)
    }
    let pseudonymizer = try rules.pseudonyms.pseudonymizer(for: request)
    var options = stream.pumpOptions
    options.maximumBytes = limits.maximum
    if frame { options.framing = .start }
    let stage = try RedactStage(
      request, pseudonyms: pseudonymizer, log: try log(ruleSet, pseudonymizer),
      observing: stream.wantsStatistics)
    var pump = Pump(stage, options: options, tool: identity)
    return pump.run(files: files).status
  }

  private func log(
    _ ruleSet: RuleSet, _ pseudonymizer: Pseudonymizer?
  ) throws(Problem) -> RedactionLog? {
    guard let log = record.log else { return nil }
    return try RedactionLog(
      Path(argument: log), rules: ruleSet.digest, tool: "\(Self.toolName) \(suiteVersion)",
      keyIdentifier: pseudonymizer?.currentIdentifier, showsOffsets: record.logOffsets)
  }
}
