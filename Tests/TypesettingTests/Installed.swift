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
