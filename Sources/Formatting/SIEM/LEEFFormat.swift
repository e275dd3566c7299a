import Bytes
import DecisionEvent
import EventJSON

/// IBM's Log Event Extended Format, version 2.0, with a tab between attributes: one line an event
/// ("IBM QRadar Log Event Extended Format (LEEF) Version 2").
///
///     LEEF:2.0|kt|decision-events|1|blocked|x09|sev=7<tab>outcome=blocked<tab>devTime=…
///
/// The header names this mapping and its version, and the outcome as event id. Attributes that
/// IBM predefines come under its names, the others under ours; those without a value are left out:
///
/// | attribute | field | attribute | field |
/// |---|---|---|---|
/// | sev | by outcome (`OutcomeSeverity`) | outcome | outcome |
/// | devTime | timestamp, to the ms | reason | reason |
/// | devTimeFormat | yyyy-MM-dd'T'HH:mm:ss.SSSZ | eventId | id |
/// | cat | type | provider, model | provider, model |
/// | usrName | user | conversation | conversation |
/// | accountName | user.email | requestId | request_id |
/// | role | user.role | org | org |
/// | groupID | team | inputTokens, outputTokens | tokens.input, tokens.output |
/// | policy | policies[] as name:verdict, joined by ; | cost, latencyMs | cost, latency_ms |
/// | resource | citations[], joined by ; | input, output | the same, with `--texts` |
/// | identHostName | `--host`, else gateway | configVersion | config_version |
///
/// Texts are spelled as `TextSpelling` says: LEEF has no escapes of its own, and a tab or newline
/// in a value would end it.
struct LEEFFormat: ~Copyable, EventFormat {
  private let attributes: [EventAttribute]
  private let time: Operand
  private let host: [UInt8]

  /// A format that says `host` wrote it, and hands texts over where `writesTexts`.
  init(host: String?, writesTexts: Bool, in query: inout EventQuery) {
    _ = query.operand(.outcome)
    time = query.operand(.timestamp)
    var attributes = Self.mapping.map {
      EventAttribute($0.key, $0.field, $0.form, .leefValue, in: &query)
    }
    if host == nil {
      attributes.append(EventAttribute("identHostName", .gateway, .text, .leefValue, in: &query))
    }
    if writesTexts {
      attributes.append(EventAttribute("input", .input, .content, .leefValue, in: &query))
      attributes.append(EventAttribute("output", .output, .content, .leefValue, in: &query))
    }
    self.attributes = attributes
    var spelled = Output(capacity: 64)
    if let host { TextSpelling.leefValue.append(host, into: &spelled) }
    self.host = Array(copying: spelled.bytes)
  }

  private static let mapping: [(key: String, field: CanonicalField, form: EventAttribute.Form)] =
    [
      ("devTime", .timestamp, .date), ("cat", .type, .text), ("usrName", .user, .text),
      ("accountName", .userEmail, .text), ("role", .userRole, .text), ("groupID", .team, .text),
      ("policy", .policyName, .policies), ("resource", .citations, .list),
      ("reason", .reason, .text), ("eventId", .id, .text), ("provider", .provider, .text),
      ("model", .model, .text), ("conversation", .conversation, .text),
      ("requestId", .requestID, .text), ("org", .organization, .text),
      ("configVersion", .configVersion, .text), ("inputTokens", .inputTokens, .text),
      ("outputTokens", .outputTokens, .text), ("cost", .cost, .text),
      ("latencyMs", .latency, .text),
    ]

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    let outcome = reader.outcome(in: line)
    output.append(constant: "LEEF:2.0|kt|decision-events|1|")
    OutcomeText.append(outcome, of: line, &reader, .leefHeader, into: &output)
    output.append(constant: "|x09|")
    var isFirst = true
    if let outcome { Self.append(outcome, line, &reader, &isFirst, &output) }
    if reader.time(of: time, in: line) != nil {
      if !isFirst { output.append(.tab) }
      isFirst = false
      output.append(constant: "devTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ")
    }
    for attribute in attributes {
      attribute.append(
        line, &reader, separator: .tab, isFirst: &isFirst, into: &output)
    }
    if !host.isEmpty {
      if !isFirst { output.append(.tab) }
      output.append(constant: "identHostName=")
      output.append(contentsOf: host)
    }
    output.append(.newline)
  }

  private static func append(
    _ outcome: (known: Outcome?, word: Field), _ line: Span<UInt8>,
    _ reader: inout EventReader, _ isFirst: inout Bool, _ output: inout Output
  ) {
    isFirst = false
    if let known = outcome.known {
      output.append(constant: "sev=")
      output.append(decimal: OutcomeSeverity.ofTen(known))
      output.append(.tab)
    }
    output.append(constant: "outcome=")
    OutcomeText.append(outcome, of: line, &reader, .leefValue, into: &output)
  }
}

extension FormatEntry {
  /// IBM's Log Event Extended Format.
  static let leef = FormatEntry(
    "leef", "IBM Log Event Extended Format 2.0, with tabs", .document(mediaType: "text/plain"),
    options: [.host, .texts]
  ) { request, job throws(FormatProblem) in
    try job.run { query in
      LEEFFormat(host: request.host, writesTexts: request.includesTexts, in: &query)
    }
  }
}
