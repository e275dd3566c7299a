import ArgumentParser
import Bytes
import Checking
import Command
import DecisionEvent
import Stages

/// Judges a stream of decision events by a checklist.
@main
struct KTCheck: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-check",
    abstract: "Judge a stream of decision events by a checklist, and pass it on as it is.",
    discussion: """
      Ends with status 1 where a check fails that is required, named on standard error; a frame is \
      then ended as aborted, so that kt-sink publishes nothing.

      $ kt-source events/ | kt-check --report checklist.json | kt-sink q1.jsonl.gz
      $ kt-check --to table --profile eu-ai-act q1.jsonl.gz
      $ kt-check --expect-events 120000 --max-gap 6h --since 2026-01-01 --until 2026-04-01 q1.jsonl
      $ kt-check --require outcome,reasons,ids-unique --configs policies/ q1.jsonl > /dev/null
      $ kt-check --expect-ids ids.txt.gz --to json q1.jsonl.gz

      Checks: \(Check.allCases.map(\.name).joined(separator: ", ")). One that needs an option \
      which is not given, or has nothing to look at, is not made and does not fail.

      One frame is one stream: several are made one by kt-source. Memory grows with the number of \
      events, by 32 to 64 bytes each, as all ids must be known to tell one that comes twice, and by \
      16 more with --max-gap.
      """,
    version: suiteVersion)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []

  @OptionGroup(title: "What is expected") var expectation: ExpectationOptions
  @OptionGroup(title: "What is expected") var time: TimeRangeOptions
  @OptionGroup(title: "Verdict") var verdict: VerdictOptions
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  mutating func validate() throws {
    guard stream.errorPolicy != .pass else {
      throw ValidationError(
        "--on-error pass: a line that can't be read would go on unjudged; use skip, and "
          + "--rejects to keep it")
    }
    guard !frame || verdict.to == .jsonl else {
      throw ValidationError("--frame is for events; --to \(verdict.to.rawValue) writes none")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var request = CheckRequest(tool: "\(Self.toolName) \(suiteVersion)")
    request.dictionary = try dictionary.dictionary()
    request.window = try time.window(now: .now)
    try expectation.fill(&request)
    try verdict.fill(&request)
    var options = stream.pumpOptions
    options.maximumBytes = limits.maximum
    options.concludesAtEndOfInput = true
    if frame { options.framing = .start }
    if verdict.to != .jsonl {
      options.emission = .nothing
      options.framing = .strip
    }
    let stage = try CheckStage(
      request, report: try verdict.reportFile(), observing: stream.wantsStatistics)
    var pump = Pump(stage, options: options, tool: identity)
    let status = pump.run(files: files).status
    var judged = pump.takeStage()
    do throws(Problem) {
      try judged.abandon()
    } catch {
      // What ended the run gives the status; this is told, too.
      Diagnostics(tool: Self.toolName).report(error.message)
    }
    guard let format = verdict.to.report else { return status }
    var text = Output(capacity: 64 * 1024)
    judged.writeReport(as: format, into: &text)
    let written = Self.writeOut(text.bytes)
    return status == .success ? written : status
  }
}
