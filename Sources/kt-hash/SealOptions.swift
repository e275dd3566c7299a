import ArgumentParser
import Bytes
import DecisionEvent
import Integrity
import Stages

/// What a seal says of its export besides the events.
struct SealOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Extend the log of the export PREV.kt, whose evidence is checked first.",
      valueName: "prev.kt"))
  var after: String?
  @Option(
    help: ArgumentHelp("Record that the events were chosen by this expression.", valueName: "expr"))
  var filter: String?
  @Option(
    help: ArgumentHelp(
      "Record that the events were taken from the log of this checkpoint.", valueName: "checkpoint")
  )
  var source: String?
  @Option(
    name: .customLong("created-at"),
    help: ArgumentHelp(
      "When the seal says that it was made (default: now); the same events then give the same log.",
      valueName: "time"))
  var createdAt: String?

  /// Whether anything of a seal is asked for.
  var isGiven: Bool { after != nil || filter != nil || source != nil || createdAt != nil }

  /// Fills in what the options say.
  func fill(_ request: inout SealRequest) throws(Problem) {
    request.filter = filter
    if let createdAt {
      guard let time = Timestamp(createdAt) else {
        throw Problem(
          .usage, "--created-at: \(Quoting.quoted(createdAt)) is not a time; expected RFC 3339")
      }
      request.created = time
    }
    request.source = try source.map { path throws(Problem) in
      try LogSource(checkpoint: Path(argument: path))
    }
    if let after {
      request.previous = try PreviousLog.frontier(
        of: ExportFolder(Path(argument: after)), origin: request.origin,
        trust: TrustPolicy(request.key.verifier))
    }
  }
}
