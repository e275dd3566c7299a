import Typesetting

/// The cover: what the document holds, where it comes from, and its figures.
enum PDFCover {
  private static let labels = 130.0

  static func draw(_ cover: TranscriptCover, on pages: PDFPages) {
    pages.document.addOutline("Cover", top: pages.y)
    pages.set(cover.title, PDFStyles.title)
    pages.advance(10)
    if let exportID = cover.exportID { draw("Export", exportID, on: pages) }
    for line in cover.facts { draw(line.label, line.text, on: pages) }
    for history in cover.histories { draw(history, on: pages) }
    pages.skip(8)
    for note in cover.notes { pages.set(note, PDFStyles.small) }
    var legend = PDFText()
    legend.append("Marked like ")
    legend.append(Array("[REDACTED]".utf8).span)
    legend.append(": text that looks like the trace of a redaction. Shown like ")
    legend.append(Array("\u{202E}".utf8).span)
    legend.append(": a character that would be invisible, or change how other text is read.")
    pages.set(legend, PDFStyles.small)
    guard !cover.charts.isEmpty else { return }
    pages.breakPage()
    pages.document.addOutline("Figures", top: pages.y)
    pages.set("Figures", PDFStyles.section)
    for chart in cover.charts { PDFChart.draw(chart, on: pages) }
  }

  private static func draw(_ label: String, _ text: String, on pages: PDFPages) {
    pages.need(14)
    pages.setCell(label, PDFStyles.head, x: 0, width: labels - 6, top: pages.y)
    pages.set(text, PDFStyles.text, indent: labels)
  }

  /// The tools that the events went through: what was selected, and what was done.
  private static func draw(_ history: StageHistory, on pages: PDFPages) {
    pages.skip(10)
    pages.need(60)
    pages.set(history.title, PDFStyles.turn)
    for stage in history.stages {
      pages.skip(4)
      var text = PDFText()
      text.append(Array(stage.tool.utf8).span)
      text.append(" ")
      text.append(Array(stage.options.utf8).span)
      pages.set(text, PDFStyles.fact)
      let counts = [
        ("in", stage.read), ("out", stage.written), ("dropped", stage.dropped),
        ("malformed", stage.malformed),
      ].compactMap { name, count in count.map { "\(name) \($0)" } }
      pages.set(counts.joined(separator: "   "), PDFStyles.small, indent: 12)
    }
  }
}
