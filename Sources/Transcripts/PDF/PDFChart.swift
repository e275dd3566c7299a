import Typesetting

/// Draws charts and their figures.
enum PDFChart {
  private static let labels = 130.0
  private static let figures = 70.0
  private static let barHeight = 13.0
  private static let columnsHeight = 120.0

  static func draw(_ chart: BarChart, on pages: PDFPages) {
    let height =
      chart.layout == .columns ? columnsHeight + 30 : Double(chart.bars.count) * barHeight
    pages.need(min(height + 50, 500))
    pages.skip(12)
    pages.set(chart.title, PDFStyles.turn)
    pages.advance(4)
    switch chart.layout {
    case .columns: drawColumns(chart, on: pages)
    case .rows: drawRows(chart, on: pages)
    }
    drawKey(chart, on: pages)
    if let note = chart.note { pages.set(note, PDFStyles.small) }
    drawTable(chart, on: pages)
  }

  private static func drawColumns(_ chart: BarChart, on pages: PDFPages) {
    let step = PDFStyles.width / Double(max(1, chart.bars.count))
    let base = pages.y + columnsHeight
    for (index, bar) in chart.bars.enumerated() {
      var y = base
      for (series, length) in zip(chart.series, bar.lengths) where length > 0 {
        let height = length / chart.longest * columnsHeight
        y -= height
        drawBar(
          Rectangle(
            x: PDFStyles.left + Double(index) * step, y: y, width: max(0.5, min(40, step * 0.8)),
            height: height), series, on: pages)
      }
    }
    pages.document.stroke(
      from: (PDFStyles.left, base), to: (PDFStyles.left + PDFStyles.width, base),
      thickness: 0.6, with: .black)
    let every = max(1, Int((60 / step).rounded(.up)))
    for index in stride(from: 0, to: chart.bars.count, by: every) {
      pages.setCell(
        chart.bars[index].label, PDFStyles.small, x: Double(index) * step, width: 60,
        top: base + 2)
    }
    pages.advance(columnsHeight + 16)
  }

  private static func drawRows(_ chart: BarChart, on pages: PDFPages) {
    let room = PDFStyles.width - labels - figures
    for bar in chart.bars {
      pages.need(barHeight)
      pages.setCell(bar.label, PDFStyles.figure, x: 0, width: labels - 6, top: pages.y)
      var x = PDFStyles.left + labels
      for (series, length) in zip(chart.series, bar.lengths) where length > 0 {
        let width = length / chart.longest * room
        drawBar(
          Rectangle(x: x, y: pages.y + 1, width: width, height: barHeight - 3), series, on: pages)
        x += width
      }
      pages.setCell(
        ChartLabel.amount(of: bar), PDFStyles.fact, x: x - PDFStyles.left + 4, width: figures,
        top: pages.y)
      pages.advance(barHeight)
    }
  }

  private static func drawBar(
    _ area: Rectangle, _ series: BarChart.Series, on pages: PDFPages
  ) {
    let edge = 0.5
    pages.document.fill(area, with: .black)
    guard area.width > 2 * edge, area.height > 2 * edge else { return }
    let inside = Rectangle(
      x: area.x + edge, y: area.y + edge, width: area.width - 2 * edge,
      height: area.height - 2 * edge)
    pages.document.fill(inside, with: PDFStyles.grey(ofShade: series.shade))
    guard series.shade > PDFStyles.lastShade else { return }
    // Unknown words are told from what is not recorded by a line through them.
    let middle = area.y + area.height / 2
    pages.document.stroke(
      from: (area.x, middle), to: (area.x + area.width, middle), thickness: 0.5, with: .black)
  }

  /// What the shades stand for.
  private static func drawKey(_ chart: BarChart, on pages: PDFPages) {
    guard chart.series.count > 1 else { return }
    let step = 90.0
    var x = 0.0
    pages.need(16)
    pages.advance(3)
    for series in chart.series {
      if x + step > PDFStyles.width {
        x = 0
        pages.advance(12)
        pages.need(12)
      }
      drawBar(
        Rectangle(x: PDFStyles.left + x, y: pages.y + 2, width: 8, height: 8), series, on: pages)
      pages.setCell(series.name, PDFStyles.fact, x: x + 12, width: step - 14, top: pages.y)
      x += step
    }
    pages.advance(15)
  }

  /// The figures that the bars show.
  private static func drawTable(_ chart: BarChart, on pages: PDFPages) {
    let width = (PDFStyles.width - labels) / Double(max(1, chart.series.count))
    func row(_ label: String, _ cells: [String], on pages: PDFPages) {
      func set(isDrawn: Bool) -> Double {
        var height = pages.setBlock(
          label, PDFStyles.fact, x: 0, width: labels - 4, isDrawn: isDrawn)
        for (index, cell) in cells.enumerated() {
          let x = labels + Double(index) * width
          height = max(
            height,
            pages.setBlock(cell, PDFStyles.figure, x: x, width: width - 2, isDrawn: isDrawn))
        }
        return height
      }
      pages.need(set(isDrawn: false))
      pages.advance(set(isDrawn: true))
    }
    pages.skip(4)
    row(chart.labelTitle, chart.series.map(\.name), on: pages)
    pages.rule()
    for bar in chart.bars { row(bar.label, bar.figures, on: pages) }
  }
}
