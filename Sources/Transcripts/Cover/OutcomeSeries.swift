import DecisionEvent

/// Outcomes or verdicts as the series of a chart, the darker the severer.
///
/// The words that the suite knows have a series each. Others come from data and may be many: they
/// share one.
struct OutcomeSeries {
  /// The series, in the order in which they are stacked.
  let series: [BarChart.Series]
  private let known: [[UInt8]]
  private let isMissing: Bool
  private let others: Set<[UInt8]>

  /// The series of these words as bytes; an empty one stands for none.
  init(_ words: Set<[UInt8]>) {
    let known = Outcome.allCases.filter { words.contains(Array($0.name.utf8)) }
    let others = words.subtracting(Outcome.allCases.map { Array($0.name.utf8) } + [[]])
    var series = known.map { BarChart.Series(name: $0.name, shade: Int($0.rawValue)) }
    if let only = others.first {
      let name = others.count == 1 ? GroupTexts.label(only) : "\(others.count) other words"
      series.append(BarChart.Series(name: name, shade: 7))
    }
    if words.contains([]) { series.append(BarChart.Series(name: "not recorded", shade: 6)) }
    self.series = series
    self.known = known.map { Array($0.name.utf8) }
    self.others = others
    isMissing = words.contains([])
  }

  /// A bar of what was counted by word.
  func bar(_ label: String, _ counts: [[UInt8]: Int]) -> BarChart.Bar {
    var values = known.map { counts[$0] ?? 0 }
    if !others.isEmpty {
      values.append(counts.reduce(0) { others.contains($1.key) ? $0 + $1.value : $0 })
    }
    if isMissing { values.append(counts[[]] ?? 0) }
    return BarChart.Bar(
      label: label, lengths: values.map(Double.init), figures: values.map(String.init))
  }
}
