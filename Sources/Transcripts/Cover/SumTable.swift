import Totals

/// Tokens and cost by one field.
struct SumTable {
  private let rows: [(name: String, totals: GroupTotals)]
  private let other: Int

  init(_ grouping: Grouping) {
    rows = grouping.table.totals.indices.map { group in
      let text = GroupTexts.texts(of: group, in: grouping)[0]
      return (text ?? "not recorded", grouping.table.totals[group])
    }
    other = grouping.table.other.events
  }

  /// The chart of tokens, those asked with and those answered with.
  func tokens(title: String, of label: String) -> BarChart {
    chart(
      title, label,
      [
        (BarChart.Series(name: "tokens in", shade: 1), \.inputTokens),
        (BarChart.Series(name: "tokens out", shade: 4), \.outputTokens),
      ])
  }

  /// The chart of cost.
  func cost(title: String, of label: String) -> BarChart {
    chart(title, label, [(BarChart.Series(name: "cost", shade: 3), \.cost)])
  }

  private func chart(
    _ title: String, _ label: String,
    _ parts: [(series: BarChart.Series, sum: KeyPath<GroupTotals, FieldSum>)]
  ) -> BarChart {
    let bars = rows.map { row in
      BarChart.Bar(
        label: row.name, lengths: parts.map { row.totals[keyPath: $0.sum].length },
        figures: parts.map { row.totals[keyPath: $0.sum].text })
    }.sorted { $0.length != $1.length ? $0.length > $1.length : $0.label < $1.label }
    let left = max(0, bars.count - PolicyTable.maximumBars)
    return BarChart(
      title: title, labelTitle: label, layout: .rows, series: parts.map(\.series),
      bars: Array(bars.prefix(PolicyTable.maximumBars)),
      note: ChartNote.text(left, "\(label.lowercased())s", uncounted: other))
  }
}
