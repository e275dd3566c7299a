public import Bytes

/// How large pages are, in points of 1/72 inch.
public struct PageSize: Equatable, Sendable {
  /// From left to right, in points (1/72 inch).
  public let width: Double
  /// From top to bottom, in points.
  public let height: Double

  /// A size in points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4.
  public static let a4 = PageSize(width: 595.276, height: 841.89)
}

/// What a document says of itself.
public struct PDFProperties: Sendable {
  /// What it is called.
  public var title: String
  /// Which program made it.
  public var creator: String
  /// When, as RFC 3339 has it; told, so that the same input gives the same bytes.
  public var created: String

  /// Properties, none of which is left out.
  public init(title: String, creator: String, created: String) {
    self.title = title
    self.creator = creator
    self.created = created
  }
}

/// A PDF that is written page by page.
///
/// Positions are in points from the left and the top of the page. Bytes are to be taken after each
/// page, so that no more than one page waits; fonts come with the end. A document that is given up
/// before its end gives no more bytes.
@safe
public final class PDFDocument {
  let typesetter: Typesetter
  let surface: CairoFunctions.Surface
  let drawing: CairoFunctions.Drawing
  private let stream: PDFStream
  /// The size of each page.
  public let size: PageSize
  /// The number of the page that is drawn on, from 1.
  public private(set) var page = 1

  /// A document before its first page.
  ///
  /// - Throws: what Cairo says.
  public init(
    _ typesetter: Typesetter, size: PageSize, properties: PDFProperties
  ) throws(TypesettingProblem) {
    let cairo = unsafe typesetter.cairo
    let stream = PDFStream()
    // Safe: this object keeps the stream for longer than the surface.
    guard
      let surface = unsafe cairo.createPDF(
        PDFStream.write, Unmanaged.passUnretained(stream).toOpaque(), size.width, size.height),
      let drawing = unsafe cairo.create(surface)
    else { preconditionFailure("cairo tells failures by a status") }
    unsafe cairo.restrictVersion(surface, 1)  // CAIRO_PDF_VERSION_1_5
    // Title, creator and date of creation, as cairo_pdf_metadata_t numbers them.
    for (number, text) in [
      (0, properties.title), (4, properties.creator), (5, properties.created),
    ] as [(Int32, String)] {
      unsafe cairo.setMetadata(surface, number, PrintableText.line(text))
    }
    self.typesetter = typesetter
    self.stream = stream
    self.size = size
    unsafe self.surface = surface
    unsafe self.drawing = drawing
    try check()
  }

  deinit {
    // What cairo still has to write is wanted by nobody.
    stream.isClosed = true
    // Safe: both are this object's own, and nothing is called with them from here on.
    unsafe typesetter.cairo.destroy(drawing)
    unsafe typesetter.cairo.destroySurface(surface)
  }

  /// Ends a page; what is drawn from here on is on the next one.
  ///
  /// - Throws: what Cairo says, such as no memory, or that it could not write.
  public func endPage() throws(TypesettingProblem) {
    unsafe typesetter.cairo.showPage(drawing)
    page += 1
    try check()
  }

  /// Moves what has been written so far to `output`.
  public func takeBytes(into output: inout Output) { stream.move(to: &output) }

  /// Writes fonts, outline and the end of the document; nothing may be drawn behind it.
  ///
  /// - Throws: what Cairo says, such as no memory, or that it could not write.
  public func finish(into output: inout Output) throws(TypesettingProblem) {
    unsafe typesetter.cairo.finish(surface)
    try check()
    takeBytes(into: &output)
  }

  /// Cairo keeps the first failure, of whatever call, and tells it when asked.
  private func check() throws(TypesettingProblem) {
    let cairo = unsafe typesetter.cairo
    let statuses = unsafe [cairo.surfaceStatus(surface), cairo.status(drawing)]
    guard let status = statuses.first(where: { $0 != 0 }) else { return }
    // Safe: a C string that lives as long as the library.
    let reason = unsafe cairo.statusText(status).map { unsafe String(cString: $0) }
    throw .failed(reason: reason ?? "cairo status \(status)")
  }
}
