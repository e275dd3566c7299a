import DecisionEvent

/// How severe a log record is (OpenTelemetry logs data model, "Severity fields").
///
/// | outcome | number | text |
/// |---|---|---|
/// | allowed, modified | 9 | INFO |
/// | redacted | 10 | INFO2 |
/// | flagged | 13 | WARN |
/// | escalated | 14 | WARN2 |
/// | blocked | 17 | ERROR |
/// | none, or a word of no table | not said | not said |
enum OTLPSeverity {
  static func of(_ outcome: Outcome) -> (number: Int, text: StaticString) {
    switch outcome {
    case .allowed, .modified: (9, "INFO")
    case .redacted: (10, "INFO2")
    case .flagged: (13, "WARN")
    case .escalated: (14, "WARN2")
    case .blocked: (17, "ERROR")
    }
  }
}
