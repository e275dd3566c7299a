import Totals

/// Tokens and cost by one field.
struct SumTable {
  /// What stands for no value.
  private static let missing = "not recorded"

  /// In the order of the names' bytes.
  private let rows: [(name: [UInt8]?, totals: GroupTotals)]
  private let other: Int

  init(_ grouping: Grouping) {
    let missing = Array(Self.missing.utf8)
    rows = grouping.table.totals.indices.map { group in
      (GroupTexts.texts(of: group, in: grouping)[0], grouping.table.totals[group])
    }.sorted { ($0.name ?? missing).lexicographicallyPrecedes($1.name ?? missing) }
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
        label: row.name.map(GroupTexts.label) ?? Self.missing,
        lengths: parts.map { row.totals[keyPath: $0.sum].length },
        figures: parts.map { row.totals[keyPath: $0.sum].text })
    }
    // Among bars of a length the first name is first, whatever the sort.
    let order = bars.indices.sorted { one, two in
      let (left, right) = (bars[one].length, bars[two].length)
      return left != right ? left > right : one < two
    }
    let left = max(0, bars.count - PolicyTable.maximumBars)
    return BarChart(
      title: title, labelTitle: label, layout: .rows, series: parts.map(\.series),
      bars: order.prefix(PolicyTable.maximumBars).map { bars[$0] },
      note: ChartNote.text(left, "\(label.lowercased())s", uncounted: other))
  }
}
