/// One line of a paragraph, measured in points.
public struct Line: Equatable, Sendable {
  /// Its bytes in the text, without the newline that ended it.
  public let range: Range<Int>
  /// From its top to the top of the next line; 0.8 to 3 times the size of the style's font.
  public let height: Double
  /// From its top to the line that letters stand on.
  public let baseline: Double
  /// From the left side of the paragraph to the line's leftmost letter.
  public let indent: Double
  /// How wide its letters are, in points.
  public let width: Double
  /// How many of its characters no font has; each is drawn as a box.
  public let missingGlyphs: Int
}

/// Text in lines, each of which can be drawn by itself, on whatever page it falls.
@safe
public struct Paragraph: ~Copyable {
  private let typesetter: Typesetter
  private let layout: PangoFunctions.Object
  private let pointers: [PangoFunctions.Line]
  /// The lines, from top to bottom, at least one.
  public let lines: [Line]
  /// Where the text goes on that these lines begin.
  public let end: TextPosition
  /// The colour of what is in no run that has its own.
  public let color: Color
  private let size: Double

  /// How many characters no font has.
  public var missingGlyphs: Int { lines.reduce(0) { $0 + $1.missingGlyphs } }

  /// Takes over a layout with its text; the last line is not taken where more text follows it
  /// that may belong on the same line.
  @unsafe
  init(
    _ layout: PangoFunctions.Object, of piece: TextPiece, direction: Direction?,
    style: TextStyle, width: Double, _ typesetter: Typesetter
  ) {
    let pango = unsafe typesetter.pango
    guard let iterator = unsafe pango.lines(layout) else {
      preconditionFailure("pango steps through lines where there is memory")
    }
    defer { unsafe pango.freeLines(iterator) }
    var lines: [Line] = []
    var pointers: [PangoFunctions.Line] = unsafe []
    // Safe: the layout is not changed any more, so that its lines stay; each is retained, too.
    repeat {
      guard let line = unsafe pango.line(iterator) else { break }
      let facts = unsafe UnsafePointer<PangoLine>(line).pointee
      let start = unsafe piece.range.lowerBound + Int(facts.start)
      let range = unsafe start..<start + Int(facts.length)
      if !piece.endsParagraph, !lines.isEmpty, range.upperBound >= piece.next { break }
      _ = unsafe pango.retainLine(line)
      unsafe pointers.append(line)
      lines.append(
        unsafe Line(range, facts.missingGlyphs, at: iterator, size: style.size, width, pango))
    } while unsafe pango.nextLine(iterator) != 0
    let isWhole = piece.endsParagraph
    end = TextPosition(
      offset: isWhole ? piece.next : lines.last?.range.upperBound ?? piece.next,
      isInsideParagraph: !isWhole, direction: isWhole ? nil : direction)
    unsafe self.layout = layout
    unsafe self.pointers = pointers
    self.lines = lines
    self.typesetter = typesetter
    color = style.color
    size = style.size
  }

  deinit {
    // Safe: the lines and the layout were retained for this value alone.
    for index in lines.indices { unsafe typesetter.pango.releaseLine(pointers[index]) }
    unsafe typesetter.pango.release(layout)
  }

  /// Draws a line whose paragraph's left side is at `x`, and whose top is at `top`.
  @unsafe
  func draw(line: Int, on drawing: CairoFunctions.Drawing, x: Double, top: Double) {
    let facts = lines[line]
    // Safe: the line lives as long as this value, and the drawing as long as the call.
    unsafe typesetter.cairo.setColor(drawing, color.red, color.green, color.blue)
    let (left, baseline) = (x + facts.indent, top + facts.baseline)
    guard let font = unsafe typesetter.inklessFont else {
      unsafe typesetter.cairo.moveTo(drawing, left, baseline)
      return unsafe typesetter.pango.showLine(drawing, pointers[line])
    }
    let lines = unsafe LineDrawing(
      cairo: typesetter.cairo, pango: typesetter.pango, font: font, drawing: drawing, y: baseline,
      size: size)
    unsafe lines.draw(pointers[line], x: left)
  }
}

extension PangoRectangle {
  /// PANGO_SCALE.
  static let unitsPerPoint = 1_024.0
}

extension Line {
  /// Measures the line at which an iterator stands.
  @unsafe
  fileprivate init(
    _ range: Range<Int>, _ missingGlyphs: Int, at iterator: PangoFunctions.Object, size: Double,
    _ width: Double, _ pango: PangoFunctions
  ) {
    var extents = PangoRectangle()
    // Safe: the rectangle is filled by the call.
    unsafe pango.lineExtents(iterator, nil, &extents)
    let unit = PangoRectangle.unitsPerPoint
    let ascent = Double(unsafe pango.lineBaseline(iterator)) / unit - Double(extents.y) / unit
    let height = Double(extents.height) / unit
    // Without any font, lines are told to be of no height, or of thousands of points.
    let sane = min(max(height, 0.8 * size), 3 * size)
    self.range = range
    self.height = sane
    baseline = height == sane && ascent > 0 && ascent <= sane ? ascent : 0.8 * sane
    indent = min(max(Double(extents.x) / unit, -width), width)
    self.width = Double(extents.width) / unit
    self.missingGlyphs = missingGlyphs
  }
}
