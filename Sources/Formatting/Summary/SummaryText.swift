import Bytes
import DecisionEvent
import EventJSON
import Totals

/// A summary for people: the figures of the whole, then a table for each grouping.
struct SummaryText {
  /// How the tables are written.
  let style: TableStyle
  /// Whether the first and last time of each group is told, where the window has room for them.
  let showsTimes: Bool

  /// What is summed up for each group.
  static let numberHeadings = ["events", "in", "out", "cost"]
  /// Writes everything.
  func write(_ totals: GroupTotals, _ groupings: [Grouping], into output: inout Output) {
    let times = [("first", totals.first), ("last", totals.last)]
    let sums = [
      ("tokens.input", totals.inputTokens), ("tokens.output", totals.outputTokens),
      ("cost", totals.cost),
    ]
    append("events", "\(totals.events)", into: &output)
    for (label, time) in times { append(label, time?.description ?? "-", into: &output) }
    for (label, sum) in sums { append(label, Self.text(sum), into: &output) }
    if totals.notSummed > 0 {
      append(
        "not summed",
        "\(totals.notSummed) values that are no numbers, or have, or would give their sum, more "
          + "than 36 digits before or behind the point", into: &output)
    }
    for grouping in groupings {
      output.append(.newline)
      write(grouping, into: &output)
    }
  }

  private func append(_ label: String, _ value: String, into output: inout Output) {
    output.append(label)
    for _ in label.utf8.count..<15 { output.append(.space) }
    output.append(value)
    output.append(.newline)
  }

  private func write(_ grouping: Grouping, into output: inout Output) {
    let groups = grouping.table.sorted(byKey: grouping.isByKey)
    let other = grouping.table.other
    let (layout, hasTimes) = layout(of: grouping)
    var row = TableRow(layout, style: style)
    appendHeading(of: grouping, hasTimes, &row, into: &output)
    for group in groups {
      grouping.table.withKey(group) { key in
        var offset = 0
        for _ in grouping.fields {
          switch GroupKey.next(in: key, &offset) {
          case .none: Self.append("(none)", &row, into: &output)
          case .text(let range), .literal(let range):
            row.append(key.extracting(range), toTheRight: false, into: &output)
          }
        }
      }
      Self.append(grouping.table.totals[group], hasTimes, &row, into: &output)
    }
    guard other.events > 0 else { return }
    for index in grouping.fields.indices {
      Self.append(index == 0 ? "(other)" : "", &row, into: &output)
    }
    Self.append(other, hasTimes, &row, into: &output)
    output.append("(other) stands for all groups after the first \(groups.count)\n")
  }

  private func appendHeading(
    of grouping: Grouping, _ hasTimes: Bool, _ row: inout TableRow, into output: inout Output
  ) {
    let rendition = style.isColored ? TextRendition.bold : nil
    for field in grouping.fields {
      Self.append(field.heading, in: rendition, &row, into: &output)
    }
    for heading in Self.numberHeadings {
      Self.append(heading, toTheRight: true, in: rendition, &row, into: &output)
    }
    if hasTimes {
      Self.append("first", in: rendition, &row, into: &output)
      Self.append("last", in: rendition, &row, into: &output)
    }
    row.end(into: &output)
  }

  private static func append(
    _ totals: GroupTotals, _ hasTimes: Bool, _ row: inout TableRow, into output: inout Output
  ) {
    for text in numbers(totals) { append(text, toTheRight: true, &row, into: &output) }
    if hasTimes {
      append(totals.first?.description ?? "-", &row, into: &output)
      append(totals.last?.description ?? "-", &row, into: &output)
    }
    row.end(into: &output)
  }

  private static func append(
    _ text: String, toTheRight isRight: Bool = false, in rendition: TextRendition? = nil,
    _ row: inout TableRow, into output: inout Output
  ) {
    let bytes = Array(text.utf8)
    row.append(bytes.span, toTheRight: isRight, in: rendition, into: &output)
  }

  /// The cells of a group's numbers.
  static func numbers(_ totals: GroupTotals) -> [String] {
    [
      "\(totals.events)", text(totals.inputTokens), text(totals.outputTokens), text(totals.cost),
    ]
  }

  private static func text(_ sum: FieldSum) -> String {
    guard let value = sum.value else { return "-" }
    var output = Output(capacity: 80)
    value.write(into: &output)
    return String(copying: output.bytes)
  }
}
