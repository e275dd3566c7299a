import Bytes

/// An entry of a document's outline, under which others can stand.
public struct OutlineEntry: Sendable {
  fileprivate let number: Int32
}

// The outline is all that leads anywhere, and only to pages of the document itself. Links within
// pages are left out: with them, Cairo 1.16 says that a document is tagged, which its text is not.
extension PDFDocument {
  /// Adds an entry to the outline that leads to the current page, `top` points from its top.
  ///
  /// Cairo keeps entries until the end, about as many bytes as their titles and 500 more: titles
  /// are to be short.
  @discardableResult
  public func addOutline(
    _ title: String, under parent: OutlineEntry? = nil, top: Double = 0
  ) -> OutlineEntry {
    // Safe: the texts are copied by the call, and the surface is this object's.
    let number = unsafe typesetter.cairo.addOutline(
      surface, parent?.number ?? 0, PrintableText.line(title),
      "page=\(page) pos=[0 \(Int(top))]", parent == nil ? 1 : 0)  // CAIRO_PDF_OUTLINE_FLAG_OPEN
    return OutlineEntry(number: number)
  }
}

extension PrintableText {
  /// A text for one line of C: without NUL, newlines or tabs.
  static func line(_ text: String) -> String {
    let printable = PrintableText(text)
    let bytes = [UInt8](copying: printable.output.bytes)
    return String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
