import ArgumentParser
import Command
import DecisionEvent
import Formatting
import Stages

/// Writes decision events in the format of whoever reads them next.
@main
struct KTFormat: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-format",
    abstract: "Turn decision events into what the next system reads, and back.",
    discussion: """
      $ kt-source events/ | kt-format --to csv --fields timestamp,user,team,outcome,cost > q1.csv
      $ kt-source events/ | kt-format --to json --export-id q1 --frame | kt-sink q1.json.gz
      $ kt-source events/ | kt-format --to html --export-id q1 > q1.html
      $ kt-format --from json q1.json.gz | kt-filter --team legal -c
      $ kt-format --from csv q1.csv | kt-filter --team legal

      Formats:
      \(FormatRegistry.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n"))

      Fields are canonical names (id, team, user.email, tokens.input ..) or raw .paths; a table's \
      usual ones are \(FormatRegistry.columnNames.joined(separator: ", ")).
      """,
    version: suiteVersion)

  @Argument(help: "Files to read, plain or gzip; standard input where none is named, or for -.")
  var files: [String] = []

  @OptionGroup(title: "Format") var input: InputOptions
  @OptionGroup(title: "Format") var format: FormatOptions
  @OptionGroup(title: "Fields and names") var fields: FieldOptions
  @OptionGroup(title: "Tables") var table: TableOptions
  @OptionGroup(title: "Documents and envelopes") var envelope: EnvelopeOptions
  @OptionGroup(title: "Summaries") var summary: SummaryOptions
  @OptionGroup(title: "Transcripts") var transcript: TranscriptOptions
  @OptionGroup(title: "Log collectors") var collector: CollectorOptions
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  mutating func execute() throws -> ExitStatus {
    do {
      let entry = try FormatRegistry.entry(named: format.to)
      var request = FormatRequest()
      fields.fill(&request)
      table.fill(&request)
      try envelope.fill(&request)
      summary.fill(&request)
      collector.fill(&request)
      try transcript.fill(&request)
      request.isFramed = format.frame
      let job = FormatJob(
        files: files, from: try input.input(&request), dictionary: try dictionary.dictionary(),
        options: try pumpOptions(for: entry, request), tool: identity)
      return try entry.run(request, in: job).status
    } catch let problem as FormatProblem {
      throw Problem(problem.status, problem.reason)
    }
  }

  private func pumpOptions(
    for entry: FormatEntry, _ request: FormatRequest
  ) throws(FormatProblem) -> PumpOptions {
    var options = stream.pumpOptions
    options.maximumBytes = limits.maximum
    if format.frame { options.framing = .start }
    guard !input.from.isTable || options.onError != .pass else {
      throw FormatProblem(
        "--on-error pass: a malformed record is no line of events; use skip, and --rejects to keep "
          + "it")
    }
    guard case .document(let mediaType) = entry.content(of: request) else { return options }
    guard options.onError != .pass else {
      throw FormatProblem(
        "--on-error pass: a malformed line has no place in \(entry.name); "
          + "use skip, and --rejects to keep it")
    }
    options.emission = .document(mediaType: mediaType, isFramed: format.frame)
    // A file that is named and empty is what the user says it is; an empty stream may be a dead one.
    options.requiresFrameOrEvents = format.frame && (files.isEmpty || files.contains("-"))
    return options
  }
}
