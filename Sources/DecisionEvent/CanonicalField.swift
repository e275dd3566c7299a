/// The names under which every tool knows the facts of an event (spec/events.md, "Dictionary").
public enum CanonicalField: String, CaseIterable, Sendable {
  /// The event's identifier.
  case id
  /// What kind of event it is.
  case type
  /// When it happened.
  case timestamp
  /// When the answer was there.
  case responseTimestamp = "response_timestamp"
  /// The conversation it belongs to.
  case conversation
  /// The request's identifier.
  case requestID = "request_id"
  /// Who asked.
  case user
  /// Their address.
  case userEmail = "user.email"
  /// Their role.
  case userRole = "user.role"
  /// Their team; `team_legal` also answers to `legal`.
  case team
  /// Their organisation.
  case organization = "org"
  /// Whose model answered.
  case provider
  /// Which model answered, without `provider/`.
  case model
  /// Which gateway recorded it.
  case gateway
  /// Under which configuration.
  case configVersion = "config_version"
  /// What was decided.
  case outcome
  /// The policies' names.
  case policyName = "policies[].name"
  /// The policies' verdicts.
  case policyVerdict = "policies[].verdict"
  /// The policies' reasons.
  case policyReason = "policies[].reason"
  /// Why it was decided so.
  case reason
  /// What was asked.
  case input
  /// What was answered.
  case output
  /// Tokens asked with.
  case inputTokens = "tokens.input"
  /// Tokens answered with.
  case outputTokens = "tokens.output"
  /// What it cost.
  case cost
  /// How long it took, in milliseconds.
  case latency = "latency_ms"
  /// The cited documents.
  case citations = "citations[]"
  /// The cited documents' versions.
  case citationVersion = "citations[].version"
  /// The hash of the input.
  case inputHash = "content_hashes.input"
  /// The hash of the output.
  case outputHash = "content_hashes.output"
  /// All content hashes.
  case contentHashes = "content_hashes"
  /// The whole escalation.
  case escalation
  /// Who reviewed it.
  case escalationReviewer = "escalation.reviewer"
  /// What the reviewer decided.
  case escalationDecision = "escalation.decision"
  /// When the reviewer decided.
  case escalationTime = "escalation.decided_at"

  /// Finds a field by name; `policies.name` and `citations` mean the elements, too.
  public init?(name: String) {
    switch name {
    case "policies", "policies[]", "policies.name": self = .policyName
    case "policies.verdict": self = .policyVerdict
    case "policies.reason": self = .policyReason
    case "citations", "citations[].asset": self = .citations
    case "citations.version": self = .citationVersion
    default: self.init(rawValue: name)
    }
  }

  /// Whether its values are times.
  public var isTime: Bool {
    switch self {
    case .timestamp, .responseTimestamp, .escalationTime: true
    default: false
    }
  }

  /// Whether its values are words for an outcome.
  public var isOutcome: Bool {
    switch self {
    case .outcome, .policyVerdict: true
    default: false
    }
  }
}
