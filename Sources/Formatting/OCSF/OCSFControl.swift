import DecisionEvent

/// What a security control did, in the words of OCSF 1.8.0 (profile `security_control`).
///
/// | outcome | action | disposition | severity | status | alert |
/// |---|---|---|---|---|---|
/// | allowed | 1 Allowed | 1 Allowed | 1 Informational | 1 Success | no |
/// | flagged | 3 Observed | 15 Detected | 2 Low | 1 Success | yes |
/// | modified | 4 Modified | 11 Corrected | 1 Informational | 1 Success | no |
/// | redacted | 4 Modified | 99 redacted | 2 Low | 1 Success | no |
/// | escalated | 99 escalated | 99 escalated | 3 Medium | 0 Unknown | yes |
/// | blocked | 2 Denied | 2 Blocked | 3 Medium | 2 Failure | yes |
/// | a word of no table | 99, the word | 99, the word | 0 Unknown | 0 Unknown | not said |
/// | none, or an empty word | 0 Unknown | 0 Unknown | 0 Unknown | 0 Unknown | not said |
///
/// Redacting and handing to a person have no number of their own, and 99 says what it was.
struct OCSFControl: Sendable {
  /// The number and the caption of an enumerated attribute.
  typealias Choice = (number: Int, caption: StaticString)

  let action, disposition, severity, status: Choice
  /// Whether someone should look at it, or nil where nothing tells.
  let isAlert: Bool?

  private static let unknown: Choice = (0, "Unknown")
  private static let success: Choice = (1, "Success")
  private static let informational: Choice = (1, "Informational")
  private static let low: Choice = (2, "Low")
  private static let medium: Choice = (3, "Medium")

  /// The number that stands for a word of the source's own.
  static let other = 99

  /// What stands for the event without an outcome, and beside a word of no table.
  static let undecided = OCSFControl(
    action: unknown, disposition: unknown, severity: unknown, status: unknown, isAlert: nil)

  /// What stands for an outcome.
  static func of(_ outcome: Outcome) -> OCSFControl {
    switch outcome {
    case .allowed:
      OCSFControl(
        action: (1, "Allowed"), disposition: (1, "Allowed"), severity: informational,
        status: success, isAlert: false)
    case .flagged:
      OCSFControl(
        action: (3, "Observed"), disposition: (15, "Detected"), severity: low,
        status: success, isAlert: true)
    case .modified:
      OCSFControl(
        action: (4, "Modified"), disposition: (11, "Corrected"), severity: informational,
        status: success, isAlert: false)
    case .redacted:
      OCSFControl(
        action: (4, "Modified"), disposition: (other, "redacted"), severity: low,
        status: success, isAlert: false)
    case .escalated:
      OCSFControl(
        action: (other, "escalated"), disposition: (other, "escalated"), severity: medium,
        status: unknown, isAlert: true)
    case .blocked:
      OCSFControl(
        action: (2, "Denied"), disposition: (2, "Blocked"), severity: medium,
        status: (2, "Failure"), isAlert: true)
    }
  }
}
