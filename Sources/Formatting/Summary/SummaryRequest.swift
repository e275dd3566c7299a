import DecisionEvent
import Stages
import Totals

/// What events are grouped by.
enum SummaryRequest {
  /// The groupings of `--by`, one, or the usual ones.
  static func groupings(
    _ names: [String]?, _ query: inout EventQuery
  ) throws(FormatProblem) -> [Grouping] {
    guard let names else { return standard(&query) }
    var fields: [GroupField] = []
    for name in names {
      let field = try GroupField(named: name, &query)
      guard !fields.contains(where: { $0.name == field.name }) else {
        throw FormatProblem("--by: \(Quoting.quoted(field.name)) stands there twice")
      }
      if let list = field.list, let other = fields.first(where: { ($0.list ?? list) != list }) {
        throw FormatProblem(
          "--by: \(Quoting.quoted(other.name)) and \(Quoting.quoted(field.name)) are both lists; "
            + "group by one of them")
      }
      fields.append(field)
    }
    guard !fields.isEmpty else { throw FormatProblem("--by: expected a field") }
    return [Grouping(fields)]
  }

  private static func standard(_ query: inout EventQuery) -> [Grouping] {
    var groupings = [Grouping([.day])]
    for field in [CanonicalField.team, .user, .model, .outcome] {
      groupings.append(Grouping([GroupField(field, &query)]))
    }
    let name = GroupField(.policyName, &query, heading: "policy")
    let verdict = GroupField(.policyVerdict, &query, heading: "verdict")
    groupings.append(Grouping([name, verdict]))
    return groupings
  }
}

extension GroupField {
  /// The field of a name in `--by`: `day`, a canonical name or a raw path.
  init(named text: String, _ query: inout EventQuery) throws(FormatProblem) {
    guard text != "day" else {
      self = .day
      return
    }
    let column = try Column(text == "policy" ? "policies" : text, option: "--by", &query)
    self.init(
      column.operand, of: column.field, name: column.field?.rawValue ?? column.name,
      heading: column.name)
  }
}
