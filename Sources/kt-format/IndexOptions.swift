import ArgumentParser
import Formatting

/// Where events go in a search engine, and as what.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The index of events, with the placeholders {date}, {month}, {year} and canonical names such \
      as {team}; default: kt-events-{date}.
      """, valueName: "template"))
  var index: String?
  @Flag(
    help: """
      Map events to the Elastic Common Schema; what it lacks stands under kt, and the index \
      template should give kt.event "enabled":false.
      """)
  var ecs = false

  func fill(_ request: inout FormatRequest) {
    if let index {
      request.index = index
      request.given.insert(.index)
    }
    request.set(\.usesECS, ecs, .ecs)
  }
}
