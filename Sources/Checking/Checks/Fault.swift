/// What can be wrong about one event, or about something else that a check counts.
enum Fault: Int, CaseIterable, Sendable {
  case fewer, more
  case missingID, unexpectedID
  case noOutcome
  case noPolicy
  case noReason
  case noReviewer, noDecision, noDecisionTime
  case noModel, noProvider
  case noInputTokens, noOutputTokens, noCost
  case noNumber, tooLarge, ungrouped
  case noAsset, noAssetVersion
  case noConfigVersion, noConfigFile
  case noID, repeatedID
  case noTime, outsideRange
  case gap
  case missingTurn, unreadableTurn

  /// The check that fails by it.
  var check: Check {
    switch self {
    case .fewer, .more: .eventCount
    case .missingID, .unexpectedID: .eventIDs
    case .noOutcome: .outcome
    case .noPolicy: .policies
    case .noReason: .reasons
    case .noReviewer, .noDecision, .noDecisionTime: .escalations
    case .noModel, .noProvider: .model
    case .noInputTokens, .noOutputTokens, .noCost: .usage
    case .noNumber, .tooLarge, .ungrouped: .usageSums
    case .noAsset, .noAssetVersion: .citations
    case .noConfigVersion, .noConfigFile: .configVersion
    case .noID, .repeatedID: .uniqueIDs
    case .noTime, .outsideRange: .timeRange
    case .gap: .gaps
    case .missingTurn, .unreadableTurn: .conversations
    }
  }

  /// What reports call it.
  var name: StaticString {
    switch self {
    case .fewer: "too few"
    case .more: "too many"
    case .missingID: "missing"
    case .unexpectedID: "unexpected"
    case .noOutcome: "no outcome"
    case .noPolicy: "no policy"
    case .noReason: "no reason"
    case .noReviewer: "no reviewer"
    case .noDecision: "no decision"
    case .noDecisionTime: "no time of decision"
    case .noModel: "no model"
    case .noProvider: "no provider"
    case .noInputTokens: "no tokens.input"
    case .noOutputTokens: "no tokens.output"
    case .noCost: "no cost"
    case .noNumber: "not a number, or too long"
    case .tooLarge: "sum too large"
    case .ungrouped: "too many teams or users"
    case .noAsset: "no asset"
    case .noAssetVersion: "no version"
    case .noConfigVersion: "no config_version"
    case .noConfigFile: "no file"
    case .noID: "no id"
    case .repeatedID: "repeated"
    case .noTime: "no time"
    case .outsideRange: "outside"
    case .gap: "too long"
    case .missingTurn: "turns missing"
    case .unreadableTurn: "turn is no whole number"
    }
  }
}

/// What the checks found in one event, a bit for each.
struct Judgement {
  private(set) var asked: UInt32 = 0
  private(set) var faults: UInt32 = 0

  /// Notes that a check has something to say of the event.
  mutating func ask(_ check: Check) { asked |= 1 << UInt32(check.rawValue) }

  /// Notes what is wrong with the event.
  mutating func find(_ fault: Fault) { faults |= 1 << UInt32(fault.rawValue) }

  /// Notes it unless all is well.
  mutating func find(_ fault: Fault, unless isWell: Bool) { if !isWell { find(fault) } }
}
