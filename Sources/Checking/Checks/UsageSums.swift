import Bytes
import DecisionEvent
import Totals

/// Adds up what events took, exactly, in all and for each team and user.
struct UsageSums: ~Copyable {
  private let reader: FigureReader
  private(set) var total = GroupTotals()
  private(set) var teams: Grouping
  private(set) var users: Grouping
  private var scratch = Grouping.Scratch()
  /// How many values can't be added to anything.
  private var unusableCount = 0

  init(_ query: inout EventQuery) {
    reader = FigureReader(&query)
    teams = Grouping([GroupField(.team, &query)])
    users = Grouping([GroupField(.user, &query)])
  }

  /// Judges the event that `reader` has just scanned, and gives its figures.
  mutating func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) -> EventFigures {
    let figures = self.reader.figures(of: line, readBy: &reader, number: total.events + 1)
    note(figures.inputTokens, lackingAs: .noInputTokens, &judgement)
    note(figures.outputTokens, lackingAs: .noOutputTokens, &judgement)
    note(figures.cost, lackingAs: .noCost, &judgement)
    judgement.ask(.usage)
    total.add(figures)
    teams.add(figures, of: line, readBy: &reader, &scratch)
    users.add(figures, of: line, readBy: &reader, &scratch)
    return figures
  }

  private mutating func note(
    _ figure: Figure, lackingAs fault: Fault, _ judgement: inout Judgement
  ) {
    switch figure {
    case .absent: return judgement.find(fault)
    case .number: break
    case .unusable:
      unusableCount += 1
      judgement.find(.noNumber)
    }
    judgement.ask(.usageSums)
  }

  /// Tells what could not be added though it is a number, and what is in no group of its own.
  func conclude(_ ledger: inout Ledger) {
    var left = total.notSummed
    for table in [teams.table, users.table] {
      left = max(left, table.totals.reduce(table.other.notSummed) { $0 + $1.notSummed })
    }
    ledger.add(left - unusableCount, .tooLarge)
    ledger.add(max(teams.table.other.events, users.table.other.events), .ungrouped)
  }
}
