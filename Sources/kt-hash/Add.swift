import ArgumentParser
import Bytes
import Command
import Commitments
import Integrity
import Stages

/// Commits to the events that pass, and seals them where a key is given.
struct Add: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Commit to the events that pass; with a key, seal them when they are complete.",
    usage: """
      kt-hash add --out <folder> (--key-file <file> --export <id> | --salt <file>) \
      [options] [<files> ...]
      """,
    discussion: """
      OUT gets part.leaves and part.json, and with --key-file the evidence: leaves, manifest.json, \
      salt and checkpoint, which is written last. A stream that is aborted or cut off leaves no \
      checkpoint; neither does nothing at all on standard input, unless --expect 0 is given. \
      Keep the salt from whoever gets a redacted copy.

      $ kt-source events/ | kt-hash add --key-file export.key --export q1 --out q1.kt | \
      kt-sink 'q1/{date}.jsonl.gz'
      $ kt-hash add --salt q1.salt --out part-3.kt < part-3.jsonl > /dev/null
      """)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []
  @Option(help: ArgumentHelp("The folder of evidence to make.", valueName: "folder"))
  var out: String
  @Option(
    help: ArgumentHelp(
      "The export's salt, where the key is kept from this process; the part is left for 'seal'.",
      valueName: "file"))
  var salt: String?
  @OptionGroup(title: "Seal") var key: KeyOptions
  @OptionGroup(title: "Seal") var seal: SealOptions
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Count the events by the values of these fields; the seal tells the counts.",
      valueName: "field,.."))
  var tally: [String] = []
  @Option(help: ArgumentHelp("Refuse to seal any other number of events.", valueName: "n"))
  var expect: Int?
  @Flag(
    name: .customLong("keep-bad"),
    help: "Commit to lines that are no events, too, as they stand.")
  var keepBad = false
  @OptionGroup(title: "Content hashes") var content: ContentOptions
  @Flag(
    name: .customLong("accept-mismatches"),
    help: "Seal although content hashes do not agree with their texts; findings are told.")
  var acceptMismatches = false
  @OptionGroup(title: "Stream options") var hashing: HashingOptions
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  func validate() throws {
    guard (salt == nil) != (key.keyFile == nil) else {
      throw ValidationError("expected either --salt, or --key-file and --export")
    }
    guard salt == nil || !seal.isGiven else {
      throw ValidationError(
        "--after, --filter, --source and --created-at are the seal's: they need --key-file")
    }
    guard expect ?? 0 >= 0 else { throw ValidationError("--expect is a number of events") }
    guard stream.errorPolicy != .pass else {
      throw ValidationError(
        "--on-error pass: a line would go on without being committed to; --keep-bad commits to it")
    }
  }

  mutating func execute() throws -> ExitStatus {
    let keys = try key.keys()
    guard let salt = try keys?.salt ?? salt.map({ try ExportSalt(path: Path(argument: $0)) })
    else { preconditionFailure("one of the two was asked for") }
    var options = AddOptions(folder: ExportFolder(Path(argument: out)), salt: salt)
    options.seal = try keys.map { keys in
      var request = keys.request(tool: "\(KTHash.toolName) \(suiteVersion)")
      try seal.fill(&request)
      return request
    }
    options.tally = tally.flatMap { $0.split(separator: ",").map(String.init) }
    options.expectedCount = expect
    options.keepsBadLines = keepBad
    options.acceptsMismatches = acceptMismatches
    options.pairs = try content.pairs()
    options.dictionary = try dictionary.dictionary()
    options.threads = hashing.threadCount
    var pumpOptions = stream.pumpOptions
    pumpOptions.maximumBytes = limits.maximum
    pumpOptions.concludesAtEndOfInput = true
    // Nothing on standard input may be what a source leaves that died before it began.
    pumpOptions.requiresFrameOrEvents =
      keys != nil && expect == nil && (files.isEmpty || files.contains("-"))
    pumpOptions.consequence = keys == nil ? "; no part written" : "; nothing sealed"
    if frame { pumpOptions.framing = .start }
    SignalCleanup.install()
    let stage = try AddStage(options, report: try hashing.findingReport())
    var pump = Pump(stage, options: pumpOptions, tool: KTHash().identity)
    let summary = pump.run(files: files)
    let ended = pump.takeStage()
    if summary.status == .success {
      Announcement.write(ended.sentence)
    } else {
      try ended.withdraw()
    }
    return summary.status
  }
}
