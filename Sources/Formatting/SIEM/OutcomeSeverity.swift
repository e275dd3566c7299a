import DecisionEvent

/// How severe an outcome is, on the scales of the systems that ask.
///
/// | outcome | CEF, LEEF (0 to 10) | syslog (RFC 5424, table 2) | CEF outcome |
/// |---|---|---|---|
/// | allowed | 1 | 6 informational | success |
/// | flagged | 4 | 5 notice | success |
/// | modified, redacted | 3 | 5 notice | success |
/// | escalated | 6 | 4 warning | |
/// | blocked | 7 | 4 warning | failure |
/// | an unknown word | Unknown, absent | 5 notice | |
/// | none | Unknown, absent | 6 informational | |
enum OutcomeSeverity {
  /// On the scale of CEF and LEEF, where 1 to 3 is low, 4 to 6 medium and 7 or 8 high.
  static func ofTen(_ outcome: Outcome) -> Int {
    switch outcome {
    case .allowed: 1
    case .modified, .redacted: 3
    case .flagged: 4
    case .escalated: 6
    case .blocked: 7
    }
  }

  /// On the scale of syslog, where a lower number is severer.
  static func syslog(_ outcome: Outcome?, hasWord: Bool) -> Int {
    switch outcome {
    case .allowed: 6
    case .flagged, .modified, .redacted: 5
    case .escalated, .blocked: 4
    case nil: hasWord ? 5 : 6
    }
  }

  /// Whether what was asked for was done, in CEF's words; nil where that is still to be decided.
  static func success(_ outcome: Outcome) -> StaticString? {
    switch outcome {
    case .allowed, .flagged, .modified, .redacted: "success"
    case .blocked: "failure"
    case .escalated: nil
    }
  }
}
