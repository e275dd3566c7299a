import ArgumentParser
import Bytes
import Checking
import Stages

/// What is written to standard output.
enum Destination: String, CaseIterable, ExpressibleByArgument {
  case jsonl
  case table
  case json

  /// The report's format; nil for events.
  var report: ReportFormat? {
    switch self {
    case .jsonl: nil
    case .table: .table
    case .json: .json
    }
  }
}

/// What must hold, and where that is told.
struct VerdictOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The checks that must hold: their names, all or none. Default: all, as far as they can be made.",
      valueName: "check,.."))
  var require: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      What a law or standard wants to see: soc2, eu-ai-act, hipaa, or a file such as those in \
      pipelines/profiles. It says what must hold, unless --require does, and which article or \
      control each check serves.
      """, valueName: "name|file"))
  var profile: String?
  @Option(
    help: ArgumentHelp(
      "Write the report to a new FILE, as JSON; of a stream that breaks off, too.",
      valueName: "file"))
  var report: String?
  @Option(
    help: ArgumentHelp(
      "Write the events as they are, or instead the report, for people or as JSON.",
      valueName: "jsonl|table|json"))
  var to = Destination.jsonl

  func fill(_ request: inout CheckRequest) throws(Problem) {
    if let profile {
      let profile = try Profile(named: profile)
      request.profile = profile
      request.requirement = profile.requirement
    }
    guard !require.isEmpty else { return }
    let names = require.flatMap { $0.split(separator: ",").map(String.init) }
    request.requirement = try Requirement.parse(names, given: request.givenOptions)
  }

  func reportFile() throws(Problem) -> RecordFile? {
    guard let report else { return nil }
    return try RecordFile(Path(argument: report), kind: "report")
  }
}
