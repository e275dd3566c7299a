public import DecisionEvent

/// One field that events are grouped by.
public struct GroupField: Sendable {
  /// What a value is taken from.
  public enum Source: Sendable {
    /// The day of the event's time, in UTC.
    case day
    /// A field that has one value in an event.
    case value(GroupOperand)
    /// One that has a value for each element of a list.
    case list(GroupOperand)
    /// A part of a policy; several of them are taken of the same policy.
    case policy(PolicyPart)
  }

  /// A part of a policy.
  public enum PolicyPart: Sendable {
    /// What it is called.
    case name
    /// What it decided.
    case verdict
    /// Why.
    case reason
  }

  /// The name in reports: `day`, a canonical name, or a raw path with its dot.
  public let name: String
  /// The name as a table's heading.
  public let heading: String
  /// What values are taken from.
  public let source: Source

  /// What an event may have several of: `policies`, or the field's own name; nil for one value.
  public var list: String? {
    switch source {
    case .day, .value: nil
    case .policy: "policies"
    case .list: name
    }
  }

  /// The day of an event.
  public static var day: GroupField { GroupField(name: "day", heading: "day", source: .day) }

  private init(name: String, heading: String, source: Source) {
    self.name = name
    self.heading = heading
    self.source = source
  }

  /// What `operand` reads: a canonical field, or with nil for it a raw path under its name.
  public init(
    _ operand: Operand, of field: CanonicalField?, name: String, heading: String? = nil
  ) {
    self.name = name
    self.heading = heading ?? name
    switch field {
    case .policyName: source = .policy(.name)
    case .policyVerdict: source = .policy(.verdict)
    case .policyReason: source = .policy(.reason)
    default:
      let operand = GroupOperand(operand)
      source = operand.operand.isList ? .list(operand) : .value(operand)
    }
  }

  /// A canonical field, added to `query`.
  public init(_ field: CanonicalField, _ query: inout EventQuery, heading: String? = nil) {
    self.init(query.operand(field), of: field, name: field.rawValue, heading: heading)
  }
}

/// What a group's value is read by.
///
/// A class, as every event looks at it: a copy would count references to its lists.
public final class GroupOperand: Sendable {
  let operand: Operand

  init(_ operand: Operand) { self.operand = operand }
}
