import ArgumentParser
import Formatting

/// What a summary counts, and how it is written.
struct SummaryOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Count by these fields together, instead of by each of the usual ones: 'day', canonical "
        + "names, and raw .paths.", valueName: "a,b"))
  var by: [String] = []
  @Flag(help: "Write the summary as a JSON object.")
  var json = false

  func fill(_ request: inout FormatRequest) {
    if !by.isEmpty {
      request.groups = by.flatMap(FieldList.parts)
      request.given.insert(.by)
    }
    request.set(\.isJSON, json, .json)
  }
}
