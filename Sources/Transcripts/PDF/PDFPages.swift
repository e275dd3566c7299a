import Bytes
import Typesetting

/// Fills pages from top to bottom: a line that does not fit begins the next page, whatever it
/// belongs to, and a page holds one line at least.
final class PDFPages {
  let typesetter: Typesetter
  let document: PDFDocument
  /// What stands at the top of each page.
  private let head: String
  /// Where the next line goes, from the page's top.
  private(set) var y = PDFStyles.top
  /// What could not be written, if anything.
  private(set) var failure: TypesettingProblem?
  /// How many characters no font had.
  private(set) var missingGlyphs = 0

  /// Pages of a document that is still empty.
  init(_ typesetter: Typesetter, _ document: PDFDocument, head: String) {
    self.typesetter = typesetter
    self.document = document
    self.head = head
  }

  /// Whether nothing stands on the page yet.
  var isAtTop: Bool { y <= PDFStyles.top }

  /// Ends the page, unless nothing stands on it.
  func breakPage() {
    guard !isAtTop else { return }
    endPage()
  }

  private func endPage() {
    guard failure == nil else { return }
    drawMargins()
    do throws(TypesettingProblem) {
      try document.endPage()
    } catch {
      failure = error
    }
    y = PDFStyles.top
  }

  /// Ends the last page.
  func finish(into output: inout Output) {
    endPage()
    guard failure == nil else { return }
    do throws(TypesettingProblem) {
      try document.finish(into: &output)
    } catch {
      failure = error
    }
  }

  /// The running head and the page's number.
  private func drawMargins() {
    let width = PDFStyles.width
    let title = typesetter.paragraph(PrintableText(head), style: PDFStyles.head, width: width * 0.8)
    document.draw(title, line: 0, x: PDFStyles.left, top: 28)
    document.stroke(
      from: (PDFStyles.left, 44), to: (PDFStyles.left + width, 44), thickness: 0.4,
      with: Color(grey: 0.6))
    let page = typesetter.paragraph(
      PrintableText(String(document.page)), style: PDFStyles.pageNumber, width: width)
    document.draw(page, line: 0, x: PDFStyles.left, top: PDFStyles.page.height - 38)
  }

  /// Leaves room, at a page's top none.
  func skip(_ height: Double) {
    if !isAtTop { y += height }
  }

  /// Begins a new page where less than `height` is left.
  func need(_ height: Double) {
    if !isAtTop, y + height > PDFStyles.bottom { endPage() }
  }

  /// Sets a text, and draws a bar beside it where asked.
  func set(
    _ text: borrowing PDFText, _ style: TextStyle, indent: Double = 0,
    width: Double = PDFStyles.width, bar: Double? = nil
  ) {
    let width = width - indent
    var position = TextPosition.start
    repeat {
      let paragraph = typesetter.paragraph(
        text.printable, from: position, style: style, runs: text.runs, width: width)
      missingGlyphs += paragraph.missingGlyphs
      for line in paragraph.lines.indices {
        place(paragraph, line, x: PDFStyles.left + indent, bar: bar)
      }
      position = paragraph.end
    } while position.offset < text.printable.count && failure == nil
  }

  /// Sets a short text.
  func set(_ text: String, _ style: TextStyle, indent: Double = 0) {
    set(PDFText(text), style, indent: indent)
  }

  private func place(
    _ paragraph: borrowing Paragraph, _ line: Int, x: Double, bar: Double?
  ) {
    guard failure == nil else { return }
    let height = paragraph.lines[line].height
    need(height)
    document.draw(paragraph, line: line, x: x, top: y)
    if let bar {
      document.fill(
        Rectangle(x: PDFStyles.left, y: y, width: bar, height: height), with: Color(grey: 0.55))
    }
    y += height
  }

  /// Sets a text on one line of a part of the page, and goes nowhere; one that is longer ends in an
  /// ellipsis.
  func setCell(_ text: String, _ style: TextStyle, x: Double, width: Double, top: Double) {
    let content = PDFText(text)
    let paragraph = typesetter.paragraph(
      content.printable, style: style, runs: content.runs, width: width)
    guard paragraph.lines.count > 1 else { return draw(paragraph, 0, x: x, top: top) }
    // As much as fits of the line, less what the ellipsis needs.
    let shown = content.prefix(paragraph.lines[0].range.upperBound, endingInEllipsis: 3)
    let short = typesetter.paragraph(shown.printable, style: style, width: width)
    draw(short, 0, x: x, top: top)
  }

  /// Sets a text in a part of the page, on as many lines as it has, up to a dozen, and goes nowhere;
  /// gives how high it is.
  ///
  /// With `isDrawn` false it is only measured.
  func setBlock(
    _ text: String, _ style: TextStyle, x: Double, width: Double, isDrawn: Bool
  ) -> Double {
    let content = PDFText(text)
    let paragraph = typesetter.paragraph(
      content.printable, style: style, runs: content.runs, width: width)
    var top = y
    for line in paragraph.lines.indices.prefix(12) {
      if isDrawn { draw(paragraph, line, x: x, top: top) }
      top += paragraph.lines[line].height
    }
    return top - y
  }

  private func draw(_ paragraph: borrowing Paragraph, _ line: Int, x: Double, top: Double) {
    missingGlyphs += paragraph.lines[line].missingGlyphs
    document.draw(paragraph, line: line, x: PDFStyles.left + x, top: top)
  }

  /// Sets an entry of a list, with the number of its page where that is known.
  func setEntry(_ text: borrowing PDFText, _ style: TextStyle, page: Int?) {
    let numbers = 40.0
    let (start, first) = (y, document.page)
    set(text, style, width: PDFStyles.width - numbers)
    guard let page, failure == nil else { return }
    // An entry that went on to the next page has its number there, at the top.
    setCell(
      String(page), PDFStyles.figure, x: PDFStyles.width - numbers, width: numbers,
      top: document.page == first ? start : PDFStyles.top)
  }

  /// Draws a line across the page.
  func rule() {
    need(8)
    document.stroke(
      from: (PDFStyles.left, y + 3), to: (PDFStyles.left + PDFStyles.width, y + 3),
      thickness: 0.5, with: Color(grey: 0.4))
    y += 8
  }

  /// Goes on below what was drawn.
  func advance(_ height: Double) { y += height }
}
