import Bytes
import DecisionEvent
import EventJSON
import Totals

/// What is counted and summed for the cover of a transcript.
struct TranscriptFigures: ~Copyable {
  private let reader: FigureReader
  private(set) var totals = GroupTotals()
  private var outcomes, policies, teams, models: Grouping
  /// The groupings of no events.
  private let empty: (outcomes: Grouping, policies: Grouping, teams: Grouping, models: Grouping)
  private var scratch = Grouping.Scratch()

  /// The figures of no events; what they read is added to `query`.
  init(_ query: inout EventQuery) {
    reader = FigureReader(&query)
    outcomes = Grouping([.day, GroupField(.outcome, &query)])
    policies = Grouping([GroupField(.policyName, &query), GroupField(.policyVerdict, &query)])
    teams = Grouping([GroupField(.team, &query)])
    models = Grouping([GroupField(.model, &query)])
    empty = (outcomes, policies, teams, models)
  }

  /// Forgets all events.
  mutating func removeAll() {
    totals = GroupTotals()
    (outcomes, policies, teams, models) = empty
  }

  /// Adds the event that `events` has just scanned; gives its time.
  mutating func add(_ line: Span<UInt8>, readBy events: inout EventReader) -> Timestamp? {
    let figures = reader.figures(of: line, readBy: &events, number: totals.events + 1)
    totals.add(figures)
    outcomes.add(figures, of: line, readBy: &events, &scratch)
    policies.add(figures, of: line, readBy: &events, &scratch)
    teams.add(figures, of: line, readBy: &events, &scratch)
    models.add(figures, of: line, readBy: &events, &scratch)
    return figures.time
  }

  /// The charts of all events; none where there are none.
  var charts: [BarChart] {
    guard totals.events > 0 else { return [] }
    let byTeam = SumTable(teams)
    let byModel = SumTable(models)
    return [
      OutcomeTable(outcomes).chart, PolicyTable(policies).chart,
      byTeam.tokens(title: "Tokens by team", of: "Team"),
      byTeam.cost(title: "Cost by team", of: "Team"),
      byModel.tokens(title: "Tokens by model", of: "Model"),
      byModel.cost(title: "Cost by model", of: "Model"),
    ].filter { $0.longest > 0 }
  }
}

/// The values of a group's key as texts.
///
/// They are told apart by their bytes: two spellings of an accent are equal as `String`, and all
/// halves of surrogate pairs would be.
enum GroupTexts {
  /// The bytes of one text for each field; nil where there is no value.
  static func texts(of group: Int, in grouping: Grouping) -> [[UInt8]?] {
    grouping.table.withKey(group) { key in
      var offset = 0
      return grouping.fields.map { _ in
        switch GroupKey.next(in: key, &offset) {
        case .none: nil
        case .text(let range), .literal(let range): [UInt8](copying: key.extracting(range))
        }
      }
    }
  }

  /// A text as it is shown, half a surrogate pair as the six characters of its escape.
  static func label(_ text: [UInt8]) -> String {
    var output = Output(capacity: max(64, text.count))
    StringEscapes.appendUTF8(text.span, into: &output)
    return String(copying: output.bytes)
  }
}

extension FieldSum {
  /// The exact sum, or zero.
  var text: String {
    var output = Output(capacity: 80)
    (value ?? .zero).write(into: &output)
    return String(copying: output.bytes)
  }

  /// About the same, to draw with: nothing below zero, and nothing whose sum could be infinite.
  var length: Double { min(max(0, Double(text) ?? 0), 1e100) }
}
