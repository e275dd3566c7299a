import Bytes

/// Draws the bars of a chart as inline SVG: shapes in shades of one colour, and texts.
enum HTMLDrawing {
  private static let width = 720.0
  /// Where bars begin that lie, behind their names, and what is kept free for their figures.
  private static let (names, figures) = (180.0, 110.0)
  private static let rowHeight = 22.0
  /// Where bars that stand begin and end.
  private static let (top, bottom, left) = (20.0, 200.0, 10.0)
  /// How much room a date takes, as a label below a bar.
  private static let dateWidth = 72.0

  /// Appends the drawing of a chart.
  static func append(_ chart: BarChart, into output: inout Output) {
    let height = chart.layout == .columns ? 220 : Double(chart.bars.count) * rowHeight + 8
    output.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Chart\">")
    output.append("<svg role=\"img\" viewBox=\"0 0 \(number(width)) \(number(height))\"")
    output.append(" aria-label=\"")
    HTMLText.append(chart.title, into: &output)
    output.append("\">\n")
    switch chart.layout {
    case .columns: appendColumns(chart, into: &output)
    case .rows: appendRows(chart, into: &output)
    }
    output.append("</svg></div>\n")
  }

  private static func appendColumns(_ chart: BarChart, into output: inout Output) {
    let step = (width - 2 * left) / Double(max(1, chart.bars.count))
    appendLine("scale", y: top, into: &output)
    appendText(ChartLabel.amount(chart.longest), x: left, y: top - 6, into: &output)
    for (index, bar) in chart.bars.enumerated() {
      var y = bottom
      for (series, length) in zip(chart.series, bar.lengths) where length > 0 {
        let height = length / chart.longest * (bottom - top)
        y -= height
        appendBar(
          series, x: left + Double(index) * step, y: y, width: max(0.5, min(60, step * 0.8)),
          height: height, into: &output)
      }
    }
    appendLine("axis", y: bottom, into: &output)
    // As many labels as there is room for.
    let every = max(1, Int((dateWidth * 1.1 / step).rounded(.up)))
    for index in stride(from: 0, to: chart.bars.count, by: every) {
      let x = left + Double(index) * step
      guard x + dateWidth <= width else { continue }
      appendText(ChartLabel.name(chart.bars[index].label), x: x, y: bottom + 15, into: &output)
    }
  }

  private static func appendRows(_ chart: BarChart, into output: inout Output) {
    for (index, bar) in chart.bars.enumerated() {
      let y = Double(index) * rowHeight + 4
      appendText(
        ChartLabel.name(bar.label), x: names - 8, y: y + 13, isEnd: true, into: &output)
      var x = names
      for (series, length) in zip(chart.series, bar.lengths) where length > 0 {
        let width = length / chart.longest * (self.width - names - figures)
        appendBar(series, x: x, y: y, width: width, height: rowHeight * 0.75, into: &output)
        x += width
      }
      appendText(ChartLabel.amount(of: bar), x: x + 6, y: y + 13, into: &output)
    }
  }

  private static func appendBar(
    _ series: BarChart.Series, x: Double, y: Double, width: Double, height: Double,
    into output: inout Output
  ) {
    output.append(
      "<rect class=\"s\(series.shade)\" x=\"\(number(x))\" y=\"\(number(y))\" "
        + "width=\"\(number(width))\" height=\"\(number(height))\"/>\n")
  }

  private static func appendLine(_ style: StaticString, y: Double, into output: inout Output) {
    output.append(
      "<line class=\"\(style)\" x1=\"\(number(left))\" y1=\"\(number(y))\" "
        + "x2=\"\(number(width - left))\" y2=\"\(number(y))\"/>\n")
  }

  private static func appendText(
    _ text: String, x: Double, y: Double, isEnd: Bool = false, into output: inout Output
  ) {
    output.append("<text x=\"\(number(x))\" y=\"\(number(y))\"")
    if isEnd { output.append(" text-anchor=\"end\"") }
    output.append(">")
    HTMLText.append(text, into: &output)
    output.append("</text>\n")
  }

  private static func number(_ value: Double) -> String { ChartLabel.decimal(value) }
}
