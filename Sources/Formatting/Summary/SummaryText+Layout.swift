import Bytes
import DecisionEvent
import Totals

// How wide the columns of a summary's tables are: all is known before the first line.
extension SummaryText {
  /// No key makes its column wider; longer ones are cut, or push their line on.
  private static let widestKey = 40

  /// The widths that the content asks for, and whether times are among them; keys give way where
  /// the window is narrow.
  func layout(of grouping: Grouping) -> (layout: TableLayout, hasTimes: Bool) {
    var keys = grouping.fields.map { max($0.heading.utf8.count, "(other)".utf8.count) }
    var numbers = Self.numberHeadings.map(\.utf8.count)
    var times = showsTimes ? [20, 20] : []
    for group in grouping.table.totals.indices {
      measure(group, of: grouping, &keys)
      Self.measure(grouping.table.totals[group], &numbers, &times)
    }
    Self.measure(grouping.table.other, &numbers, &times)
    let always =
      keys.map { TableLayout.Request(preferred: $0, minimum: min($0, 8)) }
      + numbers.map { TableLayout.Request(preferred: $0, minimum: $0) }
    let all = always + times.map { TableLayout.Request(preferred: $0, minimum: $0) }
    let least = all.reduce(TableLayout.gap * (all.count - 1)) { $0 + $1.minimum }
    let hasTimes = showsTimes && least <= style.width ?? Int.max
    return (TableLayout(hasTimes ? all : always, width: style.width), hasTimes)
  }

  private func measure(_ group: Int, of grouping: Grouping, _ widths: inout [Int]) {
    grouping.table.withKey(group) { key in
      var offset = 0
      for index in widths.indices {
        switch GroupKey.next(in: key, &offset) {
        case .none: continue
        case .text(let range), .literal(let range):
          let columns = ShownText.columns(of: key.extracting(range), atMost: Self.widestKey)
          widths[index] = max(widths[index], min(columns, Self.widestKey))
        }
      }
    }
  }

  private static func measure(
    _ totals: GroupTotals, _ numbers: inout [Int], _ times: inout [Int]
  ) {
    for (index, text) in Self.numbers(totals).enumerated() {
      numbers[index] = max(numbers[index], text.utf8.count)
    }
    guard !times.isEmpty else { return }
    times[0] = max(times[0], totals.first?.description.utf8.count ?? 0)
    times[1] = max(times[1], totals.last?.description.utf8.count ?? 0)
  }
}
