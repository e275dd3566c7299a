import Bytes
import Foundation
import TestSupport
import Testing

@testable import Typesetting

extension PageTests {
  /// Lines with images, whose text is read by poppler's tools.
  @Suite(
    .enabled(if: areEmojiImages, noImages), .enabled(if: isInstalled("pdftotext"), "needs poppler"))
  struct LineDrawingTests {
    private static let emoji = [
      "🎉", "👍", "👍🏽", "👍🏿", "👨‍👩‍👧‍👦", "👨‍👩‍👧", "👩🏽‍💻", "🏳️‍🌈", "🇩🇪", "🇩🇰", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⚠️", "❤️", "☕", "✅", "1️⃣", "2️⃣",
      "🎉🎉", "👍👍🏽👍", "🇩🇪🇩🇰🇩🇪", "👍 👍🏽",
    ]

    @Test(arguments: ["", "-raw", "-layout"])
    func textOfEmojiIsReadAsItWasWritten(_ mode: String) throws {
      let lines = Self.emoji.map { "before\($0)behind, and \($0) alone" }
      let pdf = try document(pages: 2) { set(lines.joined(separator: "\n"), on: $0, $1) }
      for page in 1...2 {
        let text = try run("pdftotext \(mode) -f \(page) -l \(page) made.pdf -", over: pdf)
          .outputText
        let found = text.split(whereSeparator: \.isNewline).filter { $0 != "\u{0C}" }
        #expect(found.map { $0.drop { "\u{0C} ".contains($0) } } == lines.map { $0[...] })
      }
    }

    @Test func linesThatWereDrawnAreWholeAgain() throws {
      let pdf = try document { document, typesetter in
        let paragraph = typesetter.paragraph(PrintableText("a🎉b👍🏽c"), style: plain, width: 300)
        for row in 1...3 { document.draw(paragraph, line: 0, x: 40, top: Double(row) * 40) }
      }
      let text = try run("pdftotext made.pdf -", over: pdf).outputText
      #expect(
        text.split(whereSeparator: { "\n\u{0C}".contains($0) }) == ["a🎉b👍🏽c", "a🎉b👍🏽c", "a🎉b👍🏽c"])
    }

    /// The characters of a sequence stay in order, though poppler turns these from right to left.
    @Test(.enabled(if: isInstalled("qpdf"), "needs qpdf"))
    func sequencesAreWholeFromRightToLeft() throws {
      let pdf = try document { set("שלום 👍👍🏽🇩🇪🎉 עולם 👨‍👩‍👧‍👦", on: $0, $1) }
      let open = try latin(Array(run("qpdf --qdf made.pdf -", over: pdf).output))
      for sequence in ["👍", "👍🏽", "🇩🇪", "🎉", "👨‍👩‍👧‍👦"] {
        let units = sequence.utf16.map { String(0x10000 + UInt32($0), radix: 16).dropFirst() }
          .joined()
        #expect(open.contains("<\(units)>") || open.contains("<feff\(units)>"), "\(sequence)")
      }
      #expect(try run("pdftotext made.pdf -", over: pdf).outputText.contains("🎉 עולם"))
    }

    /// Pages look as they do without the text, and have no text of images then.
    @Test(.enabled(if: isInstalled("pdftoppm"), "needs poppler"))
    func nothingIsSeenOfIt() throws {
      let text = Self.emoji.joined(separator: " background ") + "\nשלום 🎉 עולם 👍🏽👍"
      let drawing = { (document: PDFDocument, typesetter: Typesetter) in
        let paragraph = typesetter.paragraph(
          PrintableText(text), style: plain,
          runs: [TextRun(0..<200, color: Color(grey: 0.5), background: Color(grey: 0.8))],
          width: 300)
        for (index, line) in paragraph.lines.enumerated() {
          document.draw(paragraph, line: index, x: 40, top: 40 + Double(index) * line.height)
        }
      }
      let shown = try document(drawing)
      let bare = try document { document, typesetter in
        unsafe typesetter.inklessFont?.release()
        unsafe typesetter.inklessFont = nil
        drawing(document, typesetter)
      }
      let render = "pdftoppm -r 90 made.pdf | sha256sum"
      #expect(try run(render, over: shown).outputText == run(render, over: bare).outputText)
      #expect(try !run("pdftotext made.pdf -", over: bare).outputText.contains("🎉"))
      #expect(try run("pdftotext made.pdf -", over: shown).outputText.contains("🎉"))
    }

    @Test(
      .enabled(if: isInstalled("qpdf"), "needs qpdf"),
      arguments: [
        "👨" + String(repeating: "\u{200D}👨", count: 300), String(repeating: "🇩", count: 601),
        "👍" + String(repeating: "🏽", count: 300), "❤" + String(repeating: "\u{FE0F}", count: 900),
        "🏴" + String(repeating: "\u{E0067}", count: 800),
        "\u{200D}🎉\u{FE0F}\u{20E3}\u{301}\u{202E}",
      ])
    func hostileSequencesAreWritten(_ text: String) throws {
      let pdf = try document { set("\(text)\nend", on: $0, $1) }
      let check = try run("qpdf --check made.pdf", over: pdf)
      #expect(check.status == 0, "\(check.errorText)")
      #expect(try run("pdftotext made.pdf -", over: pdf).outputText.contains("end"))
    }
  }
}
