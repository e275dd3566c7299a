import ArgumentParser
import Bytes
import Checking
import DecisionEvent
import Stages

/// What must be there, beside what is in the events.
struct ExpectationOptions: ParsableArguments {
  @Option(
    name: .customLong("expect-events"),
    help: ArgumentHelp("How many events there must be.", valueName: "n"))
  var expectedEvents: Int?
  @Option(
    name: .customLong("expect-ids"),
    help: ArgumentHelp(
      "The ids that must be there, and no others: one a line, plain or gzip.",
      valueName: "file"))
  var expectedIDs: String?
  @Option(
    help: ArgumentHelp(
      """
      A folder with the configurations that events refer to, each as a file named by its version, \
      or by it, a dot and a letter: 0.7.1, 0.7.1.json. The report has their SHA-256.
      """, valueName: "folder"))
  var configs: String?
  @Option(
    name: .customLong("max-gap"),
    help: ArgumentHelp(
      """
      The longest time without an event (90s, 15m, 6h, 1d), between two of them and to the ends of \
      the range; in whatever order they come.
      """, valueName: "span"))
  var maximumGap: String?

  func validate() throws {
    guard (expectedEvents ?? 0) >= 0 else { throw ValidationError("--expect-events is 0 or more") }
  }

  func fill(_ request: inout CheckRequest) throws(Problem) {
    request.expectedEvents = expectedEvents
    request.expectedIDs = expectedIDs.map { Path(argument: $0) }
    request.configurations = configs.map { Path(argument: $0) }
    guard let maximumGap else { return }
    guard let span = TimeSpan(maximumGap) else {
      throw Problem(
        .usage, "--max-gap: \(Quoting.quoted(maximumGap)) is no span; expected such as 15m or 6h")
    }
    request.maximumGap = span
  }
}
