/// What is asked of a stream of events, in the order in which it is told.
public enum Check: Int, CaseIterable, Sendable {
  /// As many events as were announced.
  case eventCount
  /// The events that were announced, and no others.
  case eventIDs
  /// An outcome.
  case outcome
  /// The policies that ran.
  case policies
  /// Why something was blocked or escalated.
  case reasons
  /// Who decided about an escalation, what and when.
  case escalations
  /// Which model answered, and whose.
  case model
  /// Tokens and cost.
  case usage
  /// Their sums.
  case usageSums
  /// What an answer refers to.
  case citations
  /// The configuration that was in force.
  case configVersion
  /// Ids that tell events apart.
  case uniqueIDs
  /// Times, inside the declared range.
  case timeRange
  /// No hole in time.
  case gaps
  /// No hole in a conversation.
  case conversations

  /// The name in options, profiles and reports.
  public var name: String {
    switch self {
    case .eventCount: "event-count"
    case .eventIDs: "event-ids"
    case .outcome: "outcome"
    case .policies: "policies"
    case .reasons: "reasons"
    case .escalations: "escalations"
    case .model: "model"
    case .usage: "usage"
    case .usageSums: "usage-sums"
    case .citations: "citations"
    case .configVersion: "config-version"
    case .uniqueIDs: "ids-unique"
    case .timeRange: "time-range"
    case .gaps: "gaps"
    case .conversations: "conversations"
    }
  }

  /// The check of a name.
  public init?(name: String) {
    guard let check = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = check
  }

  /// What must hold, as a sentence without a full stop.
  public var claim: String {
    switch self {
    case .eventCount: "there are as many events as --expect-events says"
    case .eventIDs: "the events are those that --expect-ids lists, and no others"
    case .outcome: "every event has an outcome"
    case .policies: "every event names a policy that was evaluated"
    case .reasons: "blocked and escalated events say why"
    case .escalations: "escalations show who decided, what and when"
    case .model: "every event names its model and provider"
    case .usage: "every event has tokens and cost"
    case .usageSums: "tokens and cost add up exactly, for each team and user"
    case .citations: "every citation names an asset and its version"
    case .configVersion: "every event names its configuration, one that --configs has where given"
    case .uniqueIDs: "every event has an id of its own"
    case .timeRange: "every event has a time, inside --since and --until where given"
    case .gaps: "no gap between events is longer than --max-gap"
    case .conversations: "no turn is missing between the first and the last of a conversation"
    }
  }

  /// The option without which the check can't be made, or nil.
  public var option: String? {
    switch self {
    case .eventCount: "--expect-events"
    case .eventIDs: "--expect-ids"
    case .gaps: "--max-gap"
    default: nil
    }
  }

  /// What is counted: nothing but events where nil.
  var unit: StaticString {
    switch self {
    case .eventIDs: "ids"
    case .gaps: "intervals"
    case .conversations: "conversations"
    default: "events"
    }
  }
}
