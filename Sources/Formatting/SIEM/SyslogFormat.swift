import Bytes
import DecisionEvent
import EventJSON
import Stages

/// Syslog messages (RFC 5424) that carry each event whole, for TCP or TLS (RFC 6587, RFC 5425).
///
///     <108>1 2026-04-22T14:30:00Z gw_prod_east kt - decision [kt@32473 id="evt_1" …] {"event_id":…}
///
/// | part | from |
/// |---|---|
/// | PRI | facility 13 (log audit), severity by outcome (`OutcomeSeverity`) |
/// | TIMESTAMP | timestamp in UTC, cut to microseconds; `-` where there is none |
/// | HOSTNAME | `--host`, else gateway |
/// | APP-NAME | `kt` |
/// | PROCID | `-` |
/// | MSGID | type |
/// | SD | the parameters below, under `--sd-id`; `-` where there are none |
/// | MSG | the event's own bytes, without the white space around them and without a BOM |
///
/// | parameter | field | parameter | field | parameter | field |
/// |---|---|---|---|---|---|
/// | id | id | role | user.role | model | model |
/// | outcome | outcome | team | team | gateway | gateway |
/// | reason | reason | org | org | conversation | conversation |
/// | user | user | provider | provider | request_id | request_id |
/// | email | user.email | | | | |
///
/// Parameters are spelled as `TextSpelling` says, header fields as `SyslogHeaderField` does. The
/// SD-ID `kt@32473` has the enterprise number that RFC 5612 keeps for documentation, as this
/// project has none: who has one says `--sd-id kt@NUMBER`. With newline framing, line breaks
/// between the event's tokens become spaces; inside its strings a JSON event has none.
///
/// Receivers have limits of their own: rsyslog takes messages of 8 KiB and frames of 200,000
/// bytes unless `maxMessageSize` and `MaxFrameSize` say more.
struct SyslogFormat: ~Copyable, EventFormat {
  private let framing: SyslogFraming
  private let structuredDataID: [UInt8]
  private let host: [UInt8]
  private let parameters: [SyslogParameter]
  private let time, type, gateway: Operand
  /// Everything before the event, whose length is told before it is written.
  private var head = Output(capacity: 4096)

  /// The SD-ID where none is given.
  static let defaultStructuredDataID = "kt@32473"

  /// A format that says `host` wrote it; nil where the event's gateway did.
  ///
  /// `structuredDataID` must be one (`isStructuredDataID`).
  init(
    host: String?, framing: SyslogFraming, structuredDataID: String = defaultStructuredDataID,
    in query: inout EventQuery
  ) {
    precondition(Self.isStructuredDataID(structuredDataID), "an SD-ID has been checked")
    _ = query.operand(.outcome)
    self.framing = framing
    self.structuredDataID = Array(structuredDataID.utf8)
    time = query.operand(.timestamp)
    type = query.operand(.type)
    gateway = query.operand(.gateway)
    var parameters: [SyslogParameter] = []
    for entry in Self.mapping {
      parameters.append(SyslogParameter(entry.name, query.operand(entry.field)))
    }
    self.parameters = parameters
    var spelled = Output(capacity: 64)
    if let host {
      let bytes = Array(host.utf8)
      SyslogHeaderField.append(bytes.span, limit: SyslogHeaderField.hostLimit, into: &spelled)
    }
    self.host = Array(copying: spelled.bytes)
  }

  private static let mapping: [(name: String, field: CanonicalField)] = [
    ("id", .id), ("outcome", .outcome), ("reason", .reason), ("user", .user),
    ("email", .userEmail), ("role", .userRole), ("team", .team), ("org", .organization),
    ("provider", .provider), ("model", .model), ("gateway", .gateway),
    ("conversation", .conversation), ("request_id", .requestID),
  ]

  /// Whether a text is an SD-ID that no registry gives away: `name@number`, at most 32 characters
  /// (RFC 5424, sections 6.3.2 and 7.2.2).
  static func isStructuredDataID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 32, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0,
      bytes[..<at].allSatisfy({ 33...126 ~= $0 && !#"=]""#.utf8.contains($0) })
    else { return false }
    let number = bytes[(at + 1)...]
    // Numbers below may follow after a dot.
    return number.first?.isDigit == true && number.last?.isDigit == true
      && number.allSatisfy { $0.isDigit || $0 == .dot }
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    head.removeAll()
    appendHeader(line, &reader)
    var isFirst = true
    for parameter in parameters {
      parameter.append(line, &reader, id: structuredDataID, isFirst: &isFirst, into: &head)
    }
    head.append(isFirst ? .minus : .closeBracket)
    head.append(.space)
    let event = Skip.bounds(of: line)
    switch framing {
    case .octetCounting:
      output.append(decimal: head.count + event.count)
      output.append(.space)
      output.append(head.bytes)
      output.append(line.extracting(event))
    case .newline:
      output.append(head.bytes)
      Self.appendOnOneLine(line.extracting(event), into: &output)
      output.append(.newline)
    }
  }

  private mutating func appendHeader(_ line: Span<UInt8>, _ reader: inout EventReader) {
    let outcome = reader.outcome(in: line)
    let severity = OutcomeSeverity.syslog(outcome?.known, hasWord: outcome != nil)
    head.append(UInt8(ascii: "<"))
    head.append(decimal: 13 * 8 + severity)
    head.append(constant: ">1 ")
    if let time = reader.time(of: time, in: line) {
      head.append(rfc3339: time, fraction: .upTo(6))
    } else {
      head.append(.minus)
    }
    head.append(.space)
    if host.isEmpty {
      SyslogHeaderField.append(
        gateway, of: line, &reader, limit: SyslogHeaderField.hostLimit, into: &head)
    } else {
      head.append(contentsOf: host)
    }
    head.append(constant: " kt - ")
    SyslogHeaderField.append(
      type, of: line, &reader, limit: SyslogHeaderField.messageIDLimit, into: &head)
    head.append(.space)
  }

  /// Appends a valid event without the line breaks that may stand between its tokens.
  private static func appendOnOneLine(_ event: Span<UInt8>, into output: inout Output) {
    var start = 0
    while let end = ByteScan.firstIndex(of: .carriageReturn, in: event, from: start) {
      output.append(event.extracting(start..<end))
      output.append(.space)
      start = end + 1
    }
    output.append(event.extracting(start..<event.count))
  }
}

extension FormatEntry {
  /// Syslog messages.
  static let syslog = FormatEntry(
    "syslog", "syslog messages (RFC 5424) that carry each event whole",
    .document(mediaType: "text/plain"), options: [.host, .framing, .structuredDataID]
  ) { request, job throws(FormatProblem) in
    let framing = try SyslogFraming(option: request.framing)
    let identifier = request.structuredDataID ?? SyslogFormat.defaultStructuredDataID
    guard SyslogFormat.isStructuredDataID(identifier) else {
      throw FormatProblem(
        "--sd-id: \(Quoting.quoted(identifier)) is not an id like kt@12345 "
          + "(a name, '@', your enterprise number)")
    }
    return try job.run { query in
      SyslogFormat(
        host: request.host, framing: framing, structuredDataID: identifier, in: &query)
    }
  }
}
