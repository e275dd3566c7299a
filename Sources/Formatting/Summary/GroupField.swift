import Bytes
import DecisionEvent
import EventJSON

/// One field that events are grouped by.
struct GroupField: Sendable {
  /// What a value is taken from.
  enum Source: Sendable {
    /// The day of the event's time, in UTC.
    case day
    /// A column that has one value in an event.
    case column(Column)
    /// One that has a value for each element of a list.
    case list(Column)
    /// A part of a policy; several of them are taken of the same policy.
    case policy(PolicyPart)
  }

  /// A part of a policy.
  enum PolicyPart: Sendable {
    case name
    case verdict
    case reason
  }

  /// The name in the report's JSON: `day`, a canonical name, or a raw path with its dot.
  let name: String
  /// The name as a table's heading.
  let heading: String
  let source: Source

  /// What an event may have several of: `policies`, or the field's own name; nil for one value.
  var list: String? {
    switch source {
    case .day, .column: nil
    case .policy: "policies"
    case .list: name
    }
  }

  /// The field of a name in `--by`: `day`, a canonical name or a raw path.
  init(named text: String, _ query: inout EventQuery) throws(FormatProblem) {
    switch text {
    case "day": self = .day
    case "policy": self.init(try Column("policies", option: "--by", &query))
    default: self.init(try Column(text, option: "--by", &query))
    }
  }

  /// The day of an event.
  static var day: GroupField { GroupField(name: "day", heading: "day", source: .day) }

  private init(name: String, heading: String, source: Source) {
    self.name = name
    self.heading = heading
    self.source = source
  }

  /// The field of a column.
  init(_ column: Column, heading: String? = nil) {
    name = column.field?.rawValue ?? column.name
    self.heading = heading ?? column.name
    switch column.field {
    case .policyName: source = .policy(.name)
    case .policyVerdict: source = .policy(.verdict)
    case .policyReason: source = .policy(.reason)
    default: source = column.operand.isList ? .list(column) : .column(column)
    }
  }
}
