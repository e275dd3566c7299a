import DecisionEvent

/// A fact of a turn that a transcript tells in a few words.
public enum TurnFact: CaseIterable, Sendable {
  /// When it happened, and when the answer was there.
  case time, responseTime
  /// Who asked.
  case user, email, role, team, organization
  /// Who answered.
  case model, provider
  /// How it was decided, and why.
  case outcome, reason
  /// One policy.
  case policyName, policyVerdict, policyReason
  /// One citation.
  case citation, citationVersion
  /// What it took.
  case inputTokens, outputTokens, cost, latency
  /// Who looked at it, and what they decided.
  case reviewer, decision, decisionTime
  /// Where it comes from.
  case type, gateway, configVersion, requestID
  /// What it is known by.
  case id, inputHash, outputHash, digest

  /// What it is called in a document.
  public var label: StaticString {
    switch self {
    case .time: "Time"
    case .responseTime: "Answered"
    case .user: "User"
    case .email: "E-mail"
    case .role: "Role"
    case .team: "Team"
    case .organization: "Organization"
    case .model: "Model"
    case .provider: "Provider"
    case .outcome: "Outcome"
    case .reason: "Reason"
    case .policyName: "Policy"
    case .policyVerdict: "Verdict"
    case .policyReason: "Reason"
    case .citation: "Citation"
    case .citationVersion: "version"
    case .inputTokens: "Tokens in"
    case .outputTokens: "Tokens out"
    case .cost: "Cost"
    case .latency: "Latency in ms"
    case .reviewer: "Reviewer"
    case .decision: "Decision"
    case .decisionTime: "Decided"
    case .type: "Type"
    case .gateway: "Gateway"
    case .configVersion: "Configuration"
    case .requestID: "Request"
    case .id: "Event"
    case .inputHash: "Input hash"
    case .outputHash: "Output hash"
    case .digest: "SHA-256 of the line"
    }
  }
}

/// A group of facts of a turn, in the order in which they are told.
public enum TurnSection: Sendable {
  /// When, who, and which model.
  case heading
  /// One policy: name, verdict, reason.
  case policy
  /// The outcome's reason.
  case decision
  /// One citation.
  case citation
  /// Tokens, cost, latency.
  case usage
  /// Reviewer, decision, time.
  case escalation
  /// Ids and hashes.
  case identity
}

/// A text of a turn that is told as it was written.
public enum TurnText: Sendable {
  /// What was asked.
  case prompt
  /// What was answered.
  case answer

  /// What it is called in a document.
  public var label: StaticString {
    switch self {
    case .prompt: "Prompt"
    case .answer: "Answer"
    }
  }
}
