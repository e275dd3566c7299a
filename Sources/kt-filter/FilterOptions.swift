import ArgumentParser
import Filtering
import Stages

/// One option for each fact that events are selected by.
struct CriteriaOptions: ParsableArguments {
  @Option(parsing: .unconditionalSingleValue, help: "The user's team; team_x also answers to x.")
  var team: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The user's id or e-mail address.")
  var user: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The user's role.")
  var role: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: "The model; a value with a / is compared with provider/model.")
  var model: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The model's provider.")
  var provider: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: """
      The event's verdict: allowed, blocked, redacted, modified, escalated, flagged in any \
      spelling. 'passed' is allowed or flagged, 'modified' is modified or redacted, '=modified' \
      that alone, 'all' no test.
      """)
  var verdict: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A policy, with the verdict it came to.", valueName: "name[=verdict]"))
  var policy: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The verdict of any policy.")
  var policyVerdict: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The event's type.")
  var type: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The conversation's id.")
  var conversation: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The reason code.")
  var reason: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The gateway's id.")
  var gateway: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The organisation's id.")
  var org: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The event's id.")
  var id: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "The configuration's version.")
  var configVersion: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any of the above, a canonical name or a raw .path, as key=value.",
      valueName: "key=value"))
  var filter: [String] = []

  func fill(_ request: inout SelectionRequest) {
    let given: [(Criterion, [String])] = [
      (.team, team), (.user, user), (.role, role), (.model, model), (.provider, provider),
      (.verdict, verdict), (.policy, policy), (.policyVerdict, policyVerdict), (.type, type),
      (.conversation, conversation), (.reason, reason), (.gateway, gateway), (.org, org),
      (.id, id), (.configVersion, configVersion),
    ]
    for (criterion, values) in given where !values.isEmpty {
      request.values[criterion] = values
    }
    request.filters = filter
  }
}

/// Expressions over fields, and words in texts.
struct SearchOptions: ParsableArguments {
  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      An expression: == != < <= > >=, in (..), contains, ~ "regular expression", exists, and, \
      or, not, parentheses, over canonical names and raw .paths.
      """, valueName: "expr"))
  var expressions: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A word in what was asked or answered; any of several.", valueName: "word"))
  var text: [String] = []
  @Option(
    name: .customLong("regex"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A POSIX extended regular expression in what was asked or answered.", valueName: "ere"))
  var regularExpressions: [String] = []
  @Flag(
    name: [.customShort("i"), .customLong("ignore-case")],
    help: "Ignore the case of ASCII letters in --text and --regex.")
  var ignoreCase = false

  func fill(_ request: inout SelectionRequest) {
    request.expressions = expressions
    request.words = text
    request.regularExpressions = regularExpressions
    request.ignoresCase = ignoreCase
  }
}

/// What is written of the events that fit.
struct OutputOptions: ParsableArguments {
  @Flag(name: [.customShort("v"), .long], help: "Keep what does not fit instead.")
  var invertMatch = false
  @Flag(name: .shortAndLong, help: "Print the number of events instead of the events.")
  var count = false
  @Option(
    name: [.customShort("m", allowingJoined: true), .long, .customLong("limit")],
    help: ArgumentHelp("Keep the first N events only.", valueName: "n"))
  var maxCount: Int?
  @Flag(name: .shortAndLong, help: "Print nothing, and stop at the first event that fits.")
  var quiet = false
  @Flag(
    name: [.customShort("e"), .long], help: "End with status 1 where no event fits.")
  var exitStatus = false
  @Flag(help: "Print the compiled selection as JSON and do nothing.")
  var explain = false
  @Flag(help: "Write a framed stream even where the input is not framed.")
  var frame = false

  func validate() throws {
    guard (maxCount ?? 0) >= 0 else { throw ValidationError("--max-count is 0 or more") }
    guard !count || !quiet else {
      throw ValidationError("--count and --quiet exclude each other")
    }
  }

  func fill(_ options: inout PumpOptions) {
    options.limit = maxCount
    if count { options.emission = .count }
    if quiet {
      options.emission = .nothing
      options.limit = min(maxCount ?? 1, 1)
    }
    if frame { options.framing = .start }
  }
}
