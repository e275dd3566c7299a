import Bytes
import Foundation
import TestSupport
import Testing

@testable import Typesetting

/// The libraries, where they are installed; each suite that needs them is skipped elsewhere.
let areLibrariesInstalled: Bool = {
  do throws(TypesettingProblem) {
    _ = try Typesetter()
    return true
  } catch {
    return false
  }
}()

let absence: Comment = "libpangocairo-1.0.so.0, libpango, libcairo or libgobject is not installed"

/// Whether emoji become images, as Cairo 1.16 draws them with a colour font.
let areEmojiImages: Bool = {
  guard areLibrariesInstalled else { return false }
  do {
    return latin(try document { set("🎉", on: $0, $1) }).contains("/Subtype /Image")
  } catch {
    return false
  }
}()

let noImages: Comment = "no colour font is installed, or cairo draws it as letters"

/// Bytes as text that has a character for each.
func latin(_ bytes: [UInt8]) -> String {
  String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

/// A style in whatever sans serif font there is.
let plain = TextStyle(families: "Noto Sans, DejaVu Sans, sans-serif", size: 10)

/// All lines of a text, set piece by piece.
func setLines(
  of text: String, style: TextStyle = plain, runs: [TextRun] = [], width: Double = 300
) throws -> [Line] {
  let typesetter = try Typesetter()
  let text = PrintableText(text)
  var lines: [Line] = []
  var position = TextPosition.start
  repeat {
    let paragraph = typesetter.paragraph(
      text, from: position, style: style, runs: runs, width: width)
    lines += paragraph.lines
    position = paragraph.end
  } while position.offset < text.count
  return lines
}

/// The bytes of a document of so many pages, each of which `draw` fills.
func document(
  pages: Int = 1, title: String = "Title",
  _ draw: (PDFDocument, Typesetter) throws -> Void
) throws -> [UInt8] {
  let typesetter = try Typesetter()
  let document = try PDFDocument(
    typesetter, size: .a4,
    properties: PDFProperties(title: title, creator: "kt", created: "2026-01-02T03:04:05Z"))
  var output = Output()
  for _ in 0..<pages {
    try draw(document, typesetter)
    try document.endPage()
    document.takeBytes(into: &output)
  }
  try document.finish(into: &output)
  return copy(output.bytes)
}

/// Sets a text from the top of the page, as far as it fits into one piece.
func set(
  _ text: String, on document: PDFDocument, _ typesetter: Typesetter, style: TextStyle = plain
) {
  let paragraph = typesetter.paragraph(
    PrintableText(text), style: style, runs: [TextRun(1..<4, background: Color(grey: 0.8))],
    width: 500)
  var top = 20.0
  for index in paragraph.lines.indices {
    document.draw(paragraph, line: index, x: 40, top: top)
    top += paragraph.lines[index].height
  }
}

/// Runs a command over a document called `made.pdf`.
func run(_ script: String, over pdf: [UInt8]) throws -> ProcessResult {
  let folder = try TemporaryFolder()
  try Data(pdf).write(to: folder.url.appendingPathComponent("made.pdf"))
  return try runScript(script, in: folder.url)
}
