public import ArgumentParser
import Bytes
import Command
public import DecisionEvent
public import Sourcing
import Stages

/// Reads an event source once, in order, and says when it is complete.
@main
struct KTSource: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-source",
    abstract: "Read decision events from files and folders into one framed stream.",
    discussion: """
      Takes JSONL, an array of events, or an envelope {"events":[..]}, each plain or gzip, told \
      by their content. Folders are walked in the byte order of their paths. A folder that \
      kt-sink has written is read as its manifest lists it: artifacts outside of --since and \
      --until are skipped whole, and each one read must have its SHA-256.

      $ kt-source events/ --since 2026-01-01 --until 2026-04-01 | kt-sink q1.jsonl.gz
      $ kt-source export.json --no-frame | jq .model
      $ kt-source gateways/*.jsonl.gz --order time | kt-sink merged.jsonl.gz
      $ kt-source events/ --cursor export.cursor | kt-sink export-2026-04-01.jsonl.gz
      $ kt-source events/ --follow --frame-every 1h | kt-filter --verdict blocked | ...
      $ kt-source primary/ replica/ --dedupe | kt-sink all.jsonl.gz
      $ curl -s https://gateway.example/export | kt-source | kt-filter --verdict blocked
      """,
    version: suiteVersion)

  @Argument(help: "Files and folders; standard input where none is named, or for -.")
  var paths: [String] = []

  @OptionGroup(title: "Time") var time: TimeWindowOptions
  @Flag(
    inversion: .prefixedNo, help: "Write a framed stream, or plain JSONL without begin and end.")
  var frame = true
  @Option(
    help: ArgumentHelp(
      "Order of events: by path and line, or merged by time where each file is sorted by time.",
      valueName: "path|time"))
  var order = InputOrder.path
  @Option(
    help: ArgumentHelp(
      "Read on where the last run with FILE stopped, in grown, new, renamed and rotated files. "
        + "FILE is written once everything was taken from standard output.", valueName: "file"))
  var cursor: String?
  @Option(
    help: ArgumentHelp(
      "Have the next run with the cursor read events of this SPAN (15m, 1h, 1d) before the latest "
        + "one again, and drop those that were exported, so that late ones are found.",
      valueName: "span"))
  var overlap: TimeSpan?
  @Flag(
    help: ArgumentHelp(
      "Keep reading what is added to files and folders, until INT or TERM. Each frame is an export "
        + "of its own."))
  var follow = false
  @Option(
    name: .customLong("frame-every"),
    help: ArgumentHelp(
      "End a frame a SPAN (1m, 1h) behind its first event, or behind a number of events. "
        + "Default: 1m.", valueName: "span|events"))
  var frameEvery: FrameLimit?
  @Flag(
    help: ArgumentHelp(
      "Drop an event that came before, told by its id. The same id with other bytes is "
        + "malformed; events without an id pass. Takes 32 to 64 bytes of memory an id."))
  var dedupe = false
  @Flag(
    inversion: .prefixedNo,
    help: """
      Compare each artifact of kt-sink with its manifest before it is read, and leave out what \
      the manifest does not list.
      """)
  var verify = true
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  func validate() throws {
    if cursor != nil || follow {
      let option = follow ? "--follow" : "--cursor"
      guard order == .path else {
        throw ValidationError("\(option) reads in the order of paths; leave out --order time")
      }
      guard !paths.isEmpty, !paths.contains("-") else {
        throw ValidationError("\(option) needs files or folders; standard input is read once")
      }
    }
    guard overlap == nil || cursor != nil else {
      throw ValidationError("--overlap needs --cursor")
    }
    guard frameEvery == nil || (follow && frame) else {
      throw ValidationError("--frame-every needs --follow, and frames")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var request = SourceRequest()
    request.window = try time.window(now: .now)
    request.dictionary = try dictionary.dictionary()
    request.isObserving = stream.wantsStatistics
    request.removesDuplicates = dedupe
    var options = stream.pumpOptions
    options.maximumBytes = limits.maximum
    var run = SourceRun(options, tool: identity)
    run.files = paths
    run.isFramed = frame
    run.order = order
    run.verifies = verify
    run.cursor = cursor.map { Path(argument: $0) }
    run.overlap = overlap?.seconds
    if follow { run.follow = frameEvery ?? FrameLimit("1m") }
    return try run.run(request)
  }
}

extension TimeSpan: ExpressibleByArgument {
  /// A span as `TimeSpan` reads it.
  public init?(argument: String) { self.init(argument) }
}

extension FrameLimit: ExpressibleByArgument {
  /// A limit as `FrameLimit` reads it.
  public init?(argument: String) { self.init(argument) }
}

extension InputOrder: ExpressibleByArgument {}
