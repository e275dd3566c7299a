import Bytes
import DecisionEvent
import EventJSON

/// Asks of each event what was decided, by which policies, why, and by whom where it was escalated.
struct DecisionChecks {
  private let policy, reason, policyReason: Operand
  private let escalation, reviewer, decision, decidedAt: Operand

  init(_ query: inout EventQuery) {
    _ = query.operand(.outcome)
    policy = query.operand(.policyName)
    reason = query.operand(.reason)
    policyReason = query.operand(.policyReason)
    escalation = query.operand(.escalation)
    reviewer = query.operand(.escalationReviewer)
    decision = query.operand(.escalationDecision)
    decidedAt = query.operand(.escalationTime)
  }

  /// Judges the event that `reader` has just scanned.
  func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) {
    let outcome = reader.outcome(in: line)
    judgement.ask(.outcome)
    // A word that no table knows is an outcome all the same.
    let isKnown = outcome?.known != nil
    judgement.find(
      .noOutcome, unless: isKnown || reader.isFilled(outcome?.word ?? .absent, in: line))
    judgement.ask(.policies)
    judgement.find(.noPolicy, unless: reader.isFilled(policy, in: line))
    if outcome?.known == .blocked || outcome?.known == .escalated {
      judgement.ask(.reasons)
      judgement.find(
        .noReason,
        unless: reader.isFilled(reason, in: line) || reader.isFilled(policyReason, in: line))
    }
    guard outcome?.known == .escalated || reader.exists(escalation, in: line) else { return }
    judgement.ask(.escalations)
    judgement.find(.noReviewer, unless: reader.isFilled(reviewer, in: line))
    judgement.find(.noDecision, unless: reader.isFilled(decision, in: line))
    judgement.find(.noDecisionTime, unless: reader.time(of: decidedAt, in: line) != nil)
  }
}
