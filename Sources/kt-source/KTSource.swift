public import ArgumentParser
import Command
import DecisionEvent
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

  mutating func execute() throws -> ExitStatus {
    var request = SourceRequest()
    request.window = try time.window(now: .now)
    request.dictionary = try dictionary.dictionary()
    request.isObserving = stream.wantsStatistics
    request.removesDuplicates = dedupe
    request.isOrdering = order == .time
    var options = stream.pumpOptions
    options.framing = .ignore
    options.maximumBytes = limits.maximum
    var run = SourceRun()
    run.files = paths
    run.isFramed = frame
    run.maximumLine = options.maximumLine
    run.order = order
    run.window = request.window
    run.verifies = verify
    run.dictionary = request.dictionary
    var pump = Pump(SourceStage(request), options: options, tool: identity)
    return run.run(&pump).status
  }
}

extension InputOrder: ExpressibleByArgument {}
