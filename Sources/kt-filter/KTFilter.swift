import ArgumentParser
import Bytes
import Command
import DecisionEvent
import Filtering
import Stages

/// Keeps the decision events that a selection fits.
@main
struct KTFilter: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-filter",
    abstract: "Keep the decision events that fit.",
    discussion: """
      Different options must all fit, several values of one option (repeated, or separated by \
      commas) any of them; values take * and ? as wildcards.

      $ kt-filter --verdict blocked events.jsonl.gz
      $ kt-source events/ | kt-filter --team legal,hr --since 7d | kt-sink week.jsonl.gz
      $ kt-filter --where 'tokens.input > 4000 and not model ~ "^gpt"' events.jsonl
      $ kt-filter -i --text kubernetes -c events.jsonl
      $ kt-filter -v --policy pii-filter=redacted events.jsonl
      """,
    version: suiteVersion)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []

  @OptionGroup(title: "Time") var time: TimeWindowOptions
  @OptionGroup(title: "Selection") var criteria: CriteriaOptions
  @OptionGroup(title: "Expressions and text") var search: SearchOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  mutating func execute() throws -> ExitStatus {
    let now = Timestamp.now
    var request = SelectionRequest()
    request.dictionary = try dictionary.dictionary()
    request.window = try time.window(now: now)
    criteria.fill(&request)
    search.fill(&request)
    do throws(SelectionProblem) {
      if output.explain { return try explain(request, now) }
      return run(try Selection(request, now: now))
    } catch {
      throw Problem(usage: error)
    }
  }

  private func run(_ selection: Selection) -> ExitStatus {
    var options = stream.pumpOptions
    options.maximumBytes = limits.maximum
    output.fill(&options)
    var pump = Pump(
      MatchStage(
        selection, isInverted: output.invertMatch, observing: stream.wantsStatistics),
      options: options, tool: identity)
    let summary = pump.run(files: files)
    guard summary.status == .success, output.exitStatus, summary.kept == 0 else {
      return summary.status
    }
    return .negative
  }

  private func explain(
    _ request: SelectionRequest, _ now: Timestamp
  ) throws(SelectionProblem) -> ExitStatus {
    var text = Output(capacity: 4096)
    try Explanation.write(request, isInverted: output.invertMatch, now: now, into: &text)
    return Self.writeOut(text.bytes)
  }
}
