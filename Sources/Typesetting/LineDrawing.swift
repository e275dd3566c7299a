import Bytes

/// Draws lines, with the text of what cairo makes images of.
@unsafe
struct LineDrawing {
  let cairo: CairoFunctions
  let pango: PangoFunctions
  let font: InklessFont
  let drawing: CairoFunctions.Drawing
  /// The line that letters stand on.
  let y: Double
  /// Of the font.
  let size: Double

  /// Draws a line from `x` on.
  ///
  /// Pango draws a line at once, but text is read in the order in which a page shows it. So that the
  /// text of an image comes right behind it, the list of runs is cut there for as long as what
  /// stands before is drawn. A line without images is drawn as it is.
  func draw(_ line: PangoFunctions.Line, x: Double) {
    // Safe: the line is not drawn by anybody else, and has all of its runs again at the end; the
    // list, its runs and the text live as long as the line.
    let line = unsafe UnsafeMutablePointer<PangoLine>(line)
    let runs = unsafe line.pointee.runs
    defer { unsafe line.pointee.runs = runs }
    var start = x
    var end = x
    var rest = unsafe runs
    while let list = unsafe rest {
      let run = unsafe list.pointee.run.pointee
      let left = end
      unsafe rest = list.pointee.next
      unsafe end += run.width
      guard unsafe pango.isColored(run.item.pointee.analysis.font) else { continue }
      unsafe list.pointee.next = nil
      unsafe show(line, x: start)
      unsafe list.pointee.next = rest
      unsafe line.pointee.runs = rest
      unsafe showText(of: run, in: line.pointee.layout, x: left)
      start = end
    }
    if unsafe line.pointee.runs != nil { unsafe show(line, x: start) }
  }

  private func show(_ line: UnsafeMutablePointer<PangoLine>, x: Double) {
    // Safe: the drawing and the line are the caller's.
    unsafe cairo.moveTo(drawing, x, y)
    unsafe pango.showLine(drawing, OpaquePointer(line))
  }

  /// Shows what the clusters of a run stand for, from left to right.
  private func showText(of run: PangoRun, in layout: OpaquePointer?, x: Double) {
    guard let layout = unsafe layout, let text = unsafe pango.text(layout) else { return }
    var left = x
    unsafe run.forEachCluster { range, width in
      // Safe: a run's bytes are in the text of its layout, which is not changed.
      let letters = unsafe UnsafeBufferPointer(
        start: text + Int(run.item.pointee.offset) + range.lowerBound, count: range.count)
      unsafe font.show(letters.span, on: drawing, x: left, y: y, width: width, size: size)
      left += width
    }
  }
}

extension PangoFunctions {
  /// Whether a font has glyphs that are images, or layers of colours.
  fileprivate func isColored(_ font: OpaquePointer?) -> Bool {
    // Safe: fonts live as long as their runs, and own what they shape with.
    guard let font = unsafe font, let shaping = unsafe shapingFont(font),
      let face = unsafe face(shaping)
    else { return false }
    return unsafe hasImages(face) != 0 || hasLayers(face) != 0
  }
}

extension PangoRun {
  /// How wide all glyphs are, in points.
  fileprivate var width: Double {
    // Safe: a run has as many glyphs as it tells.
    let all = unsafe UnsafeBufferPointer(
      start: glyphs.pointee.first, count: Int(glyphs.pointee.count))
    return unsafe all.reduce(0) { $0 + $1.width }
  }

  /// Gives the bytes of the run that glyphs stand for together, and how wide these are, from left to
  /// right.
  fileprivate func forEachCluster(_ body: (Range<Int>, Double) -> Void) {
    let all = unsafe glyphs.pointee
    let isRightToLeft = unsafe item.pointee.analysis.level & 1 == 1
    guard let glyphs = unsafe all.first, let clusters = unsafe all.clusters else { return }
    let count = unsafe Int(all.count)
    var index = 0
    var before = unsafe item.pointee.length
    // Safe: there are as many clusters as glyphs, and the count tells how many.
    while index < count {
      let start = unsafe clusters[index]
      var width = 0.0
      while index < count, unsafe clusters[index] == start {
        unsafe width += glyphs[index].width
        index += 1
      }
      let behind = unsafe index < count ? clusters[index] : item.pointee.length
      let end = isRightToLeft ? before : behind
      if start < end { body(Int(start)..<Int(end), width) }
      before = start
    }
  }
}

extension PangoGlyph {
  /// How far it moves what follows, in points.
  fileprivate var width: Double { Double(geometry.width) / PangoRectangle.unitsPerPoint }
}
