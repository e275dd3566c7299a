import Bytes

/// A font for text that is to be found and not to be seen: its letters have a width and no ink.
///
/// Cairo 1.16 draws what a colour font has, such as emoji, as images, and leaves out the text that
/// they stand for. That text is shown by this font in the place of the images, so that it is found
/// and copied as any other.
@unsafe
struct InklessFont {
  private let cairo: CairoFunctions
  private let face: CairoFunctions.Face

  /// A font that is to be released, or nil where cairo keeps the text of colour fonts: from 1.18 on.
  init?(_ cairo: CairoFunctions) {
    guard unsafe cairo.version() < 11_800 else { return nil }
    guard let face = unsafe cairo.createFace() else {
      preconditionFailure("cairo gives a font where there is memory")
    }
    // Safe: a function that touches what it is given alone.
    unsafe cairo.setGlyphs(face, Self.draw)
    unsafe self.cairo = cairo
    unsafe self.face = face
  }

  func release() { unsafe cairo.destroyFace(face) }

  /// Shows a text as one letter that begins at `x`, on the line at `y`.
  ///
  /// The first character is the letter's number, so that a document has few of them. Where several
  /// texts begin with it, such as flags, cairo tells each that is not the first one's by itself.
  func show(
    _ text: Span<UInt8>, on drawing: CairoFunctions.Drawing, x: Double, y: Double, width: Double,
    size: Double
  ) {
    guard let number = UTF8Character(text, at: 0).value else { return }
    // A font of no width is refused, and with it the document.
    var matrix = unsafe CairoMatrix(xx: max(width, 1) / Self.width, yy: size)
    var glyph = CairoGlyph(number: CUnsignedLong(number), x: x, y: y)
    var cluster = CairoCluster(bytes: Int32(text.count), glyphs: 1)
    // Safe: all of it is read by the calls alone, and the counts are told.
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe cairo.setFace(drawing, face)
      unsafe cairo.setMatrix(drawing, &matrix)
      unsafe cairo.showText(
        drawing, start.assumingMemoryBound(to: CChar.self), Int32(buffer.count), &glyph, 1,
        &cluster, 1, 0)
    }
  }

  /// How wide a letter is of its height.
  ///
  /// Poppler takes it for half in a font that a document draws itself, and so finds how large the
  /// text is; what it takes for larger than the text around it is read apart from that.
  private static let width = 0.5

  /// Draws nothing, and says that it fills a box: what fills nothing is left out by cairo.
  private static let draw: CairoFunctions.DrawGlyph = { _, _, _, extents in
    // Safe: cairo gives the structure that is to be filled.
    unsafe extents?.assumingMemoryBound(to: CairoExtents.self).pointee = CairoExtents(
      left: 0, top: -0.8, width: width, height: 1, advance: (width, 0))
    return 0
  }
}

/// cairo_matrix_t of a font that is not turned.
struct CairoMatrix {
  var xx: Double
  var yx = 0.0
  var xy = 0.0
  var yy: Double
  var offset = (x: 0.0, y: 0.0)
}

/// cairo_glyph_t.
struct CairoGlyph {
  let number: CUnsignedLong
  let x: Double
  let y: Double
}

/// cairo_text_cluster_t.
struct CairoCluster {
  let bytes: Int32
  let glyphs: Int32
}

/// cairo_text_extents_t.
struct CairoExtents {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let advance: (x: Double, y: Double)
}
