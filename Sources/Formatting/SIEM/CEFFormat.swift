import Bytes
import DecisionEvent
import EventJSON

/// ArcSight's Common Event Format, version 0: one line an event
/// ("Implementing ArcSight Common Event Format", version 25).
///
///     CEF:0|kt|decision-events|1|blocked|AI decision: blocked|7|rt=1776868200000 act=blocked …
///
/// The header names this mapping and its version, the outcome as signature id and in the name,
/// and the severity (`OutcomeSeverity`). The extension has these keys, those without a value left
/// out; what is not listed stays in the event, which `externalId` finds:
///
/// | key | field | key | field |
/// |---|---|---|---|
/// | rt | timestamp, in ms since 1970 | cs1 (team) | team |
/// | end | response_timestamp, the same | cs2 (model) | model |
/// | externalId | id | cs3 (policies) | policies[] as name:verdict, joined by ; |
/// | cat | type | cs4 (conversation) | conversation |
/// | act | outcome | cs5 (org) | org |
/// | outcome | success or failure, by outcome | cs6 (requestId) | request_id |
/// | reason | reason | cn1 (inputTokens) | tokens.input |
/// | suid | user | cn2 (outputTokens) | tokens.output |
/// | suser | user.email | cn3 (latencyMs) | latency_ms |
/// | spriv | user.role | cfp1 (cost) | cost, as spelled |
/// | destinationServiceName | provider | ktInput | input, with `--texts` |
/// | deviceExternalId | gateway | ktOutput | output, with `--texts` |
/// | dvchost | `--host` | | |
///
/// Texts are spelled as `TextSpelling` says. cn1 to cn3 hold whole numbers of 64 bits: another
/// value is left out. No value is cut to the lengths of ArcSight's dictionary.
struct CEFFormat: ~Copyable, EventFormat {
  private let attributes: [EventAttribute]
  private let host: [UInt8]

  /// A format that says `host` wrote it, and hands texts over where `writesTexts`.
  init(host: String?, writesTexts: Bool, in query: inout EventQuery) {
    _ = query.operand(.outcome)
    var attributes = Self.mapping.map {
      EventAttribute($0.key, $0.field, $0.form, .cefValue, in: &query)
    }
    if writesTexts {
      attributes.append(EventAttribute("ktInput", .input, .content, .cefValue, in: &query))
      attributes.append(EventAttribute("ktOutput", .output, .content, .cefValue, in: &query))
    }
    self.attributes = attributes
    var spelled = Output(capacity: 64)
    if let host { TextSpelling.cefValue.append(host, into: &spelled) }
    self.host = Array(copying: spelled.bytes)
  }

  private static let mapping: [(key: String, field: CanonicalField, form: EventAttribute.Form)] =
    [
      ("rt", .timestamp, .milliseconds), ("end", .responseTimestamp, .milliseconds),
      ("externalId", .id, .text), ("cat", .type, .text), ("reason", .reason, .text),
      ("suid", .user, .text), ("suser", .userEmail, .text), ("spriv", .userRole, .text),
      ("destinationServiceName", .provider, .text), ("deviceExternalId", .gateway, .text),
      ("cs1Label=team cs1", .team, .text), ("cs2Label=model cs2", .model, .text),
      ("cs3Label=policies cs3", .policyName, .policies),
      ("cs4Label=conversation cs4", .conversation, .text),
      ("cs5Label=org cs5", .organization, .text), ("cs6Label=requestId cs6", .requestID, .text),
      ("cn1Label=inputTokens cn1", .inputTokens, .whole),
      ("cn2Label=outputTokens cn2", .outputTokens, .whole),
      ("cn3Label=latencyMs cn3", .latency, .whole), ("cfp1Label=cost cfp1", .cost, .number),
    ]

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    let outcome = reader.outcome(in: line)
    Self.appendHeader(outcome, line, &reader, &output)
    var isFirst = true
    if let outcome { Self.append(outcome, line, &reader, &isFirst, &output) }
    for attribute in attributes {
      attribute.append(
        line, &reader, separator: .space, isFirst: &isFirst, into: &output)
    }
    if !host.isEmpty {
      if !isFirst { output.append(.space) }
      output.append(constant: "dvchost=")
      output.append(contentsOf: host)
    }
    output.append(.newline)
  }

  private static func appendHeader(
    _ outcome: (known: Outcome?, word: Field)?, _ line: Span<UInt8>,
    _ reader: inout EventReader, _ output: inout Output
  ) {
    output.append(constant: "CEF:0|kt|decision-events|1|")
    OutcomeText.append(outcome, of: line, &reader, .header, into: &output)
    output.append(constant: "|AI decision: ")
    OutcomeText.append(outcome, of: line, &reader, .header, into: &output)
    output.append(UInt8(ascii: "|"))
    if let known = outcome?.known {
      output.append(decimal: OutcomeSeverity.ofTen(known))
    } else {
      output.append(constant: "Unknown")
    }
    output.append(UInt8(ascii: "|"))
  }

  private static func append(
    _ outcome: (known: Outcome?, word: Field), _ line: Span<UInt8>,
    _ reader: inout EventReader, _ isFirst: inout Bool, _ output: inout Output
  ) {
    isFirst = false
    output.append(constant: "act=")
    OutcomeText.append(outcome, of: line, &reader, .cefValue, into: &output)
    if let success = outcome.known.flatMap(OutcomeSeverity.success) {
      output.append(constant: " outcome=")
      output.append(constant: success)
    }
  }
}

extension FormatEntry {
  /// ArcSight's Common Event Format.
  static let cef = FormatEntry(
    "cef", "ArcSight Common Event Format 0", .document(mediaType: "text/plain"),
    options: [.host, .texts]
  ) { request, job throws(FormatProblem) in
    try job.run { query in
      CEFFormat(host: request.host, writesTexts: request.includesTexts, in: &query)
    }
  }
}
