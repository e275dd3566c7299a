import Bytes

/// Tells a chart: its drawing, what the shades stand for, and all its figures as a table.
enum HTMLChart {
  /// Appends a chart.
  static func append(_ chart: BarChart, into output: inout Output) {
    output.append("<figure>\n<figcaption>")
    HTMLText.append(chart.title, into: &output)
    output.append("</figcaption>\n")
    HTMLDrawing.append(chart, into: &output)
    appendKey(chart, into: &output)
    appendTable(chart, into: &output)
    if let note = chart.note {
      output.append("<p class=\"small\">")
      HTMLText.append(note, into: &output)
      output.append("</p>\n")
    }
    output.append("</figure>\n")
  }

  /// What the shades stand for.
  private static func appendKey(_ chart: BarChart, into output: inout Output) {
    output.append("<p class=\"facts\">")
    for series in chart.series {
      output.append(
        "<span><svg class=\"key\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" "
          + "aria-hidden=\"true\"><rect class=\"s\(series.shade)\" x=\"1\" y=\"1\" width=\"12\" "
          + "height=\"12\"/></svg> <bdi>")
      HTMLText.append(series.name, into: &output)
      output.append("</bdi></span>\n")
    }
    output.append("</p>\n")
  }

  private static func appendTable(_ chart: BarChart, into output: inout Output) {
    output.append("<details><summary>Figures</summary>\n")
    output.append(
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n"
        + "<thead><tr><th scope=\"col\">")
    HTMLText.append(chart.labelTitle, into: &output)
    output.append("</th>")
    for series in chart.series {
      output.append("<th scope=\"col\" class=\"number\"><bdi>")
      HTMLText.append(series.name, into: &output)
      output.append("</bdi></th>")
    }
    output.append("</tr></thead>\n<tbody>\n")
    for bar in chart.bars { appendRow(bar, into: &output) }
    output.append("</tbody></table></div></details>\n")
  }

  private static func appendRow(_ bar: BarChart.Bar, into output: inout Output) {
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
}
