import ArgumentParser
import Command
import Formatting

/// What log collectors and SIEMs are told beside the events.
struct CollectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With hec, cef, leef, syslog: the host that events come from; syslog and leef name each "
        + "event's gateway otherwise.", valueName: "name"))
  var host: String?
  @Option(
    help: ArgumentHelp(
      "With hec: the source of all events; with otlp: the service's name.", valueName: "name"))
  var source: String?
  @Option(help: ArgumentHelp("With hec: the source type of all events.", valueName: "name"))
  var sourcetype: String?
  @Option(
    help: ArgumentHelp(
      """
      With hec: Splunk's index. With elastic: the index of events, with the placeholders {date}, \
      {month}, {year} and canonical names such as {team}; default: kt-events-{date}.
      """, valueName: "name"))
  var index: String?
  @Flag(
    help: """
      With elastic: map events to the Elastic Common Schema; what it lacks stands under kt, and \
      the index template should give kt.event "enabled":false.
      """)
  var ecs = false
  @Option(
    help: ArgumentHelp(
      "With hec: the largest event; a larger one has its longest texts cut, and their length and "
        + "SHA-256 put in their place. Default: 1000000.", valueName: "bytes"))
  var maxEventBytes: ByteCount?
  @Flag(
    help: "With ocsf, otlp, cef, leef: write what was asked and answered, which is left out else.")
  var texts = false
  @Option(
    help: ArgumentHelp(
      "With syslog: how messages are told apart (RFC 6587). Default: octet-counting.",
      valueName: "octet-counting|newline"))
  var framing: String?
  @Option(
    name: .customLong("sd-id"),
    help: ArgumentHelp(
      "With syslog: the id of the structured data, a name with your enterprise number. Default: "
        + "kt@32473, whose number is that of examples.", valueName: "name@number"))
  var structuredDataID: String?

  func fill(_ request: inout FormatRequest) {
    request.set(\.host, host, .host)
    request.set(\.source, source, .source)
    request.set(\.sourcetype, sourcetype, .sourcetype)
    request.set(\.index, index, .index)
    request.set(\.usesECS, ecs, .ecs)
    request.set(\.framing, framing, .framing)
    request.set(\.structuredDataID, structuredDataID, .structuredDataID)
    request.set(\.includesTexts, texts, .texts)
    if let maxEventBytes {
      request.maximumEventBytes = maxEventBytes.bytes
      request.given.insert(.maximumEventBytes)
    }
  }
}

extension FormatRequest {
  /// Sets a text that was given.
  fileprivate mutating func set(
    _ text: WritableKeyPath<FormatRequest, String?>, _ value: String?, _ option: FormatOption
  ) {
    guard let value else { return }
    self[keyPath: text] = value
    given.insert(option)
  }
}
