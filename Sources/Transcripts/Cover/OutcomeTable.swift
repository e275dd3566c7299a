import DecisionEvent
import Totals

/// Events by period and outcome: by day, or where that would be too many bars, by month or year.
struct OutcomeTable {
  /// How many bars a chart has at most.
  private static let maximumBars = 92

  private var counts: [String: [String: Int]] = [:]
  private let other: Int

  init(_ grouping: Grouping) {
    for group in grouping.table.totals.indices {
      let texts = GroupTexts.texts(of: group, in: grouping)
      let events = grouping.table.totals[group].events
      counts[texts[0] ?? "", default: [:]][texts[1] ?? "", default: 0] += events
    }
    other = grouping.table.other.events
  }

  /// The chart of events a day by outcome.
  var chart: BarChart {
    let days = counts.keys.filter { !$0.isEmpty }.sorted()
    let (name, periods, length) = periods(of: days)
    var sums: [String: [String: Int]] = [:]
    for (day, outcomes) in counts {
      sums[String(day.prefix(length)), default: [:]].merge(outcomes, uniquingKeysWith: +)
    }
    let words = OutcomeWords.ordered(Set(counts.values.flatMap(\.keys)))
    let labels = periods + (sums[""] == nil ? [] : [""])
    let bars = labels.map { label in
      let values = words.map { sums[label]?[$0] ?? 0 }
      return BarChart.Bar(
        label: label.isEmpty ? "no time" : label, lengths: values.map(Double.init),
        figures: values.map(String.init))
    }
    return BarChart(
      title: "Events a \(name), by outcome",
      labelTitle: name.prefix(1).uppercased() + name.dropFirst(), layout: .columns,
      series: words.map(OutcomeWords.series), bars: bars,
      note: other == 0 ? nil : "\(other) events of more days and outcomes are not shown.")
  }

  /// The periods between the first day and the last one, and how many bytes of a day name one.
  private func periods(of days: [String]) -> (name: String, labels: [String], length: Int) {
    guard let first = days.first, let last = days.last else { return ("day", [], 10) }
    if let all = Self.days(from: first, to: last), all.count <= Self.maximumBars {
      return ("day", all, 10)
    }
    for (name, length) in [("month", 7), ("year", 4)] {
      let all = Set(days.map { String($0.prefix(length)) }).sorted()
      if all.count <= Self.maximumBars || name == "year" { return (name, all, length) }
    }
    return ("day", days, 10)
  }

  /// All days of a range, those without events, too; nil where it is too long.
  private static func days(from first: String, to last: String) -> [String]? {
    guard let start = Timestamp(first), let end = Timestamp(last) else { return nil }
    let range = start.civil.date.daysSinceEpoch...end.civil.date.daysSinceEpoch
    guard range.count <= maximumBars else { return nil }
    return range.map { day in
      String(Timestamp(seconds: Int64(day) * 86_400).description.prefix(10))
    }
  }
}

/// Outcomes and verdicts as series of charts.
enum OutcomeWords {
  /// The words in the order of severity, those that no table knows behind them.
  static func ordered(_ words: Set<String>) -> [String] {
    words.sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0 < $1 }
  }

  /// A word's series, the darker the severer.
  static func series(_ word: String) -> BarChart.Series {
    BarChart.Series(name: word.isEmpty ? "not recorded" : word, shade: min(rank(word), 6))
  }

  private static func rank(_ word: String) -> Int {
    Outcome.allCases.firstIndex { $0.name == word } ?? Outcome.allCases.count
  }
}
