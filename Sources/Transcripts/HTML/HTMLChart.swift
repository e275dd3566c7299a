import Bytes

/// Draws a chart as inline SVG, with a table of its figures behind it.
enum HTMLChart {
  private static let width = 720.0
  private static let rowLabels = 180.0
  private static let barHeight = 22.0
  private static let columnsHeight = 220.0

  static func append(_ chart: BarChart, into output: inout Output) {
    output.append("<figure>\n<figcaption>")
    HTMLText.append(chart.title, into: &output)
    output.append("</figcaption>\n")
    switch chart.layout {
    case .columns: appendColumns(chart, into: &output)
    case .rows: appendRows(chart, into: &output)
    }
    appendKey(chart, into: &output)
    appendTable(chart, into: &output)
    if let note = chart.note {
      output.append("<p class=\"small\">")
      HTMLText.append(note, into: &output)
      output.append("</p>\n")
    }
    output.append("</figure>\n")
  }

  private static func begin(_ chart: BarChart, height: Double, into output: inout Output) {
    output.append(
      "<div class=\"scroll\" tabindex=\"0\"><svg role=\"img\" viewBox=\"0 0 \(number(width)) \(number(height))\" aria-label=\""
    )
    HTMLText.append(chart.title, into: &output)
    output.append("\">\n")
  }

  private static func appendColumns(_ chart: BarChart, into output: inout Output) {
    let (top, bottom, left) = (20.0, 200.0, 10.0)
    let step = (width - 2 * left) / Double(max(1, chart.bars.count))
    begin(chart, height: columnsHeight, into: &output)
    appendText(BarChart.label(of: chart.longest), x: left, y: 12, anchor: nil, into: &output)
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
    output.append(
      "<line class=\"axis\" x1=\"\(number(left))\" y1=\"200\" x2=\"\(number(width - left))\" "
        + "y2=\"200\"/>\n")
    // As many labels as there is room for.
    let every = max(1, Int((80 / step).rounded(.up)))
    for index in stride(from: 0, to: chart.bars.count, by: every) {
      appendText(
        chart.bars[index].label, x: left + Double(index) * step, y: 215, anchor: nil,
        into: &output)
    }
    output.append("</svg></div>\n")
  }

  private static func appendRows(_ chart: BarChart, into output: inout Output) {
    let room = width - rowLabels - 90
    begin(chart, height: Double(chart.bars.count) * barHeight + 8, into: &output)
    for (index, bar) in chart.bars.enumerated() {
      let y = Double(index) * barHeight + 4
      appendText(
        shortened(bar.label), x: rowLabels - 8, y: y + 13, anchor: "end", into: &output)
      var x = rowLabels
      for (series, length) in zip(chart.series, bar.lengths) where length > 0 {
        let width = length / chart.longest * room
        appendBar(series, x: x, y: y, width: width, height: barHeight * 0.75, into: &output)
        x += width
      }
      appendText(bar.summary, x: x + 6, y: y + 13, anchor: nil, into: &output)
    }
    output.append("</svg></div>\n")
  }

  private static func appendBar(
    _ series: BarChart.Series, x: Double, y: Double, width: Double, height: Double,
    into output: inout Output
  ) {
    output.append(
      "<rect class=\"s\(series.shade)\" x=\"\(number(x))\" y=\"\(number(y))\" "
        + "width=\"\(number(width))\" height=\"\(number(height))\"/>\n")
  }

  private static func appendText(
    _ text: String, x: Double, y: Double, anchor: String?, into output: inout Output
  ) {
    output.append("<text x=\"\(number(x))\" y=\"\(number(y))\"")
    if let anchor { output.append(" text-anchor=\"\(anchor)\"") }
    output.append(">")
    HTMLText.append(text, into: &output)
    output.append("</text>\n")
  }

  /// What the shades stand for.
  private static func appendKey(_ chart: BarChart, into output: inout Output) {
    guard chart.series.count > 1 else { return }
    output.append("<p class=\"facts\">")
    for series in chart.series {
      output.append(
        "<span><svg class=\"key\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" "
          + "aria-hidden=\"true\"><rect class=\"s\(series.shade)\" x=\"1\" y=\"1\" width=\"12\" "
          + "height=\"12\"/></svg> ")
      HTMLText.append(series.name, into: &output)
      output.append("</span>\n")
    }
    output.append("</p>\n")
  }

  private static func appendTable(_ chart: BarChart, into output: inout Output) {
    output.append(
      "<details><summary>Figures</summary>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">"
    )
    HTMLText.append(chart.labelTitle, into: &output)
    output.append("</th>")
    for series in chart.series {
      output.append("<th scope=\"col\" class=\"number\">")
      HTMLText.append(series.name, into: &output)
      output.append("</th>")
    }
    output.append("</tr></thead>\n<tbody>\n")
    for bar in chart.bars {
      output.append("<tr><th scope=\"row\"><bdi>")
      HTMLText.append(bar.label, into: &output)
      output.append("</bdi></th>")
      for figure in bar.figures {
        output.append("<td class=\"number\">")
        HTMLText.append(figure, into: &output)
        output.append("</td>")
      }
      output.append("</tr>\n")
    }
    output.append("</tbody></table></div></details>\n")
  }

  /// A label that fits beside the bars.
  private static func shortened(_ text: String) -> String {
    text.count <= 26 ? text : text.prefix(25) + "\u{2026}"
  }

  private static func number(_ value: Double) -> String { BarChart.number(value) }
}
