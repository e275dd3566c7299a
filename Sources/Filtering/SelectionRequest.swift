import Bytes
public import DecisionEvent
import EventJSON

/// What an event is selected by with an option of its own.
public enum Criterion: String, CaseIterable, Sendable {
  /// The user's team.
  case team
  /// The user's id or address.
  case user
  /// The user's role.
  case role
  /// The model, with or without its provider.
  case model
  /// The model's provider.
  case provider
  /// The event's outcome.
  case verdict
  /// A policy by name, and perhaps by verdict.
  case policy
  /// Any policy's verdict.
  case policyVerdict = "policy-verdict"
  /// The event's type.
  case type
  /// The conversation.
  case conversation
  /// The reason.
  case reason
  /// The gateway.
  case gateway
  /// The organisation.
  case org
  /// The event's id.
  case id
  /// The configuration's version.
  case configVersion = "config-version"

  /// The field that most criteria compare; the others have their own tests.
  var field: CanonicalField? {
    switch self {
    case .team: .team
    case .role: .userRole
    case .model: .model
    case .provider: .provider
    case .type: .type
    case .conversation: .conversation
    case .reason: .reason
    case .gateway: .gateway
    case .org: .organization
    case .id: .id
    case .configVersion: .configVersion
    case .user, .verdict, .policy, .policyVerdict: nil
    }
  }
}

/// Everything that the options of kt-filter ask for, before it is compiled.
public struct SelectionRequest: Sendable {
  /// Values by criterion, each perhaps a list: any of one, all of different ones.
  public var values: [Criterion: [String]] = [:]
  /// `--filter KEY=VALUE`, as given.
  public var filters: [String] = []
  /// The window of time.
  public var window = TimeWindow()
  /// Expressions that must all hold.
  public var expressions: [String] = []
  /// Words, of which any must stand in the texts.
  public var words: [String] = []
  /// POSIX expressions, of which any must fit the texts.
  public var regularExpressions: [String] = []
  /// Whether words and regular expressions ignore ASCII case.
  public var ignoresCase = false
  /// The dictionary to read events with.
  public var dictionary = EventDictionary()

  /// A request that selects everything.
  public init() {}
}
