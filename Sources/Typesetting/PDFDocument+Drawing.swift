/// A part of a page, in points from its left and its top.
public struct Rectangle: Equatable, Sendable {
  /// The left side, in points (1/72 inch) from that of the page.
  public var x: Double
  /// The upper side.
  public var y: Double
  /// From left to right, in points.
  public var width: Double
  /// From top to bottom, in points.
  public var height: Double

  /// A rectangle by a corner and its size.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

extension PDFDocument {
  /// Draws a line of a paragraph whose left side is at `x`; the line's top is at `top`.
  public func draw(_ paragraph: borrowing Paragraph, line: Int, x: Double, top: Double) {
    // Safe: the drawing is this object's.
    unsafe paragraph.draw(line: line, on: drawing, x: x, top: top)
  }

  /// Fills a rectangle.
  public func fill(_ area: Rectangle, with color: Color) {
    // Safe: the drawing is this object's; the same holds for what follows.
    let cairo = unsafe typesetter.cairo
    unsafe cairo.setColor(drawing, color.red, color.green, color.blue)
    unsafe cairo.rectangle(drawing, area.x, area.y, area.width, area.height)
    unsafe cairo.fill(drawing)
  }

  /// Draws a straight line of a thickness in points.
  public func stroke(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), thickness: Double,
    with color: Color
  ) {
    let cairo = unsafe typesetter.cairo
    unsafe cairo.setColor(drawing, color.red, color.green, color.blue)
    unsafe cairo.setLineWidth(drawing, thickness)
    unsafe cairo.moveTo(drawing, start.x, start.y)
    unsafe cairo.lineTo(drawing, end.x, end.y)
    unsafe cairo.stroke(drawing)
  }
}
