import Totals

/// Events by period and outcome.
struct OutcomeTable {
  /// By day, and by the bytes of the outcome; a day is ten of ASCII.
  private var counts: [String: [[UInt8]: Int]] = [:]
  private let other: Int

  init(_ grouping: Grouping) {
    for group in grouping.table.totals.indices {
      let texts = GroupTexts.texts(of: group, in: grouping)
      let events = grouping.table.totals[group].events
      let day = String(decoding: texts[0] ?? [], as: UTF8.self)
      counts[day, default: [:]][texts[1] ?? [], default: 0] += events
    }
    other = grouping.table.other.events
  }

  /// The chart of events a day by outcome.
  var chart: BarChart {
    let periods = ChartPeriods(of: counts.keys.filter { !$0.isEmpty }.sorted())
    var sums: [String: [[UInt8]: Int]] = [:]
    for (day, outcomes) in counts {
      sums[String(day.prefix(periods.length)), default: [:]].merge(outcomes, uniquingKeysWith: +)
    }
    let outcomes = OutcomeSeries(Set(counts.values.flatMap(\.keys)))
    var bars = periods.labels.map { outcomes.bar($0, sums[$0] ?? [:]) }
    if let untimed = sums[""] { bars.append(outcomes.bar("no time", untimed)) }
    return BarChart(
      title: "Events a \(periods.name), by outcome",
      labelTitle: periods.name.prefix(1).uppercased() + periods.name.dropFirst(),
      layout: .columns, series: outcomes.series, bars: bars,
      note: other == 0 ? nil : "\(other) events of more days and outcomes are not shown.")
  }
}
