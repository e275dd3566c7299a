import ArgumentParser
import Bytes
import Command
import Stages
import Wrapping

/// Runs a foreign filter inside a framed stream.
@main
struct KTWrap: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-wrap",
    abstract: "Run a foreign filter inside a framed stream.",
    usage: "kt-wrap [OPTIONS] -- COMMAND [ARG ...]",
    discussion: """
      COMMAND gets the events without the frame, once for each frame, and what it writes must be \
      events, too. The stream that comes out is complete where the one that went in is and \
      COMMAND ended with an accepted status; its arguments are recorded in the stream's end.

      $ kt-source events/ | kt-wrap -- jq -c 'del(.input)' | kt-sink lean.jsonl.gz
      $ kt-source ev/ | kt-wrap --accept-status 0,1 -- grep k8s | kt-sink k8s.jsonl
      $ kt-filter --team hr ev.jsonl.gz | kt-wrap -- sed 's/"hr"/"people"/' >people

      grep ends with 1 where no line fits, which is a failure unless --accept-status takes it for \
      none; 2 is an error. A status is all that COMMAND tells: jq 1.6 ends with 0 after an error \
      in any event but the last, which then counts as dropped.
      """,
    version: suiteVersion)

  @Option(
    name: .customLong("accept-status"),
    help: ArgumentHelp(
      "The exit statuses of COMMAND that are no failure.", valueName: "n,n.."))
  var accepted = StatusList([0])
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var limits: InputLimitOptions
  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The command and its arguments, behind --.", valueName: "command"))
  var command: [String] = []

  mutating func validate() throws {
    guard command.first?.isEmpty == false else {
      throw ValidationError("expected a command behind --, such as kt-wrap -- grep WORD")
    }
  }

  mutating func execute() throws -> ExitStatus {
    // As bytes, which need not be UTF-8: what stands behind the first --.
    let arguments = ProcessContext.rawArguments.suffix(command.count)
    let options = stream.pumpOptions
    var pumpOptions = options
    pumpOptions.framing = .ignore
    var pump = Pump(
      WrapStage(observing: stream.wantsStatistics), options: pumpOptions, tool: identity)
    return WrapRun.run(
      &pump, WrapCommand(Array(arguments), accepting: accepted.statuses),
      maximumLine: options.maximumLine, maximumBytes: limits.maximum
    ).status
  }
}

/// Exit statuses between commas.
struct StatusList: ExpressibleByArgument {
  let statuses: Set<Int32>

  init(_ statuses: Set<Int32>) { self.statuses = statuses }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let statuses = words.compactMap { UInt8($0) }.map { Int32($0) }
    guard statuses.count == words.count else { return nil }
    self.init(Set(statuses))
  }

  var defaultValueDescription: String { "0" }
}
