import Totals

/// Verdicts by policy.
struct PolicyTable {
  /// How many bars a chart has at most.
  static let maximumBars = 20

  private var counts: [[UInt8]: [[UInt8]: Int]] = [:]
  private let other: Int

  init(_ grouping: Grouping) {
    for group in grouping.table.totals.indices {
      let texts = GroupTexts.texts(of: group, in: grouping)
      guard let policy = texts[0] else { continue }
      counts[policy, default: [:]][texts[1] ?? [], default: 0] +=
        grouping.table.totals[group].events
    }
    other = grouping.table.other.events
  }

  /// The chart of verdicts by policy, the most frequent policy first.
  var chart: BarChart {
    let totals = counts.mapValues { $0.values.reduce(0, +) }
    let names = counts.keys.sorted { one, two in
      let (left, right) = (totals[one, default: 0], totals[two, default: 0])
      return left != right ? left > right : one.lexicographicallyPrecedes(two)
    }
    let verdicts = OutcomeSeries(Set(counts.values.flatMap(\.keys)))
    let bars = names.prefix(Self.maximumBars).map {
      verdicts.bar(GroupTexts.label($0), counts[$0] ?? [:])
    }
    let left = names.count - bars.count
    return BarChart(
      title: "Verdicts by policy", labelTitle: "Policy", layout: .rows,
      series: verdicts.series, bars: bars, note: ChartNote.text(left, "policies", uncounted: other))
  }
}
