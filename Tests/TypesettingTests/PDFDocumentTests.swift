import Bytes
import TestSupport
import Testing

@testable import Typesetting

extension PageTests {
  @Suite(.enabled(if: areLibrariesInstalled, absence))
  struct PDFDocumentTests {
    private let scripts = """
      Latin naïve façade
      Ξεσκεπάζω την Съешь же
      审计记录 いろは 다람쥐
      ऋषियों को सताने
      """

    @Test(.enabled(if: isInstalled("qpdf") && isInstalled("pdftotext"), "needs qpdf, poppler"))
    func readersAgreeWithTheText() throws {
      let pdf = try document { document, typesetter in
        set(scripts, on: document, typesetter)
        document.fill(Rectangle(x: 30, y: 20, width: 2, height: 40), with: Color(grey: 0.5))
        document.stroke(from: (30, 90), to: (500, 90), thickness: 0.5, with: .black)
        let entry = document.addOutline("Conversation (1) \\ é")
        document.addOutline("under\nit \u{202E}", under: entry, top: 40)
      }
      let check = try run("qpdf --check made.pdf", over: pdf)
      #expect(check.status == 0, "\(check.outputText)\(check.errorText)")
      let text = try run("pdftotext made.pdf -", over: pdf).outputText
      for line in scripts.split(separator: "\n") { #expect(text.contains(line), "\(text)") }
    }

    @Test(.enabled(if: isInstalled("qpdf"), "needs qpdf"))
    func nothingInItActsOrLeadsOut() throws {
      let hostile = "(a) /JavaScript https://example.com <</S/URI>> endobj"
      let pdf = try document(title: hostile) { document, typesetter in
        set(hostile, on: document, typesetter)
        document.addOutline(hostile)
      }
      let plain = try run("qpdf --qdf --object-streams=disable made.pdf - | strings", over: pdf)
      // Strings stand in parentheses; what is left are the names of the document itself.
      let names = plain.outputText.replacing(/\((?:[^()\\]|\\.)*\)/, with: "")
      for name in ["/JavaScript", "/JS", "/OpenAction", "/Launch", "/URI", "/AA"] {
        #expect(!names.contains(name))
      }
      #expect(names.contains("/Outlines"))
    }

    @Test func theSameInputGivesTheSameBytes() throws {
      let make = { try document(pages: 3) { set(scripts, on: $0, $1) } }
      let first = try make()
      #expect(try first == make())
      #expect(String(decoding: first, as: UTF8.self).contains("20260102030405Z)"))
    }

    @Test func bytesComeWithEachPage() throws {
      let typesetter = try Typesetter()
      let document = try PDFDocument(
        typesetter, size: PageSize(width: 612, height: 792),
        properties: PDFProperties(title: "t", creator: "kt", created: "2026-01-02T03:04:05Z"))
      var output = Output()
      for page in 1...50 {
        #expect(document.page == page)
        set("page \(page)", on: document, typesetter)
        try document.endPage()
        document.takeBytes(into: &output)
        #expect(page == 1 || output.count > 0)
        #expect(output.count < 20_000)
        output.removeAll()
      }
      // Given up here: nothing more is written, and nothing is left to free.
    }

    @Test func hostileTextIsSetWithoutFailure() throws {
      let hostile =
        "\0\u{1B}\u{202E}\u{2028}\u{10FFFD}\u{E0041}"
        + String(repeating: "\u{300}", count: 99)
      #expect(try document(title: hostile) { set(hostile, on: $0, $1) }.count > 500)
    }

    /// Cairo refuses a whole document for one character that it does not take.
    @Test func noCharacterStopsADocument() throws {
      let ranges: [ClosedRange<UInt32>] = [
        0...0x33FF, 0x4DB0...0x4E10, 0xA000...0xAC10, 0xD7A0...0xE010, 0xF8F0...0x10FFF,
        0x16F00...0x16FFF, 0x1D000...0x1FBFF, 0x1FFF0...0x20010, 0xDFFF0...0xE01FF,
        0x10FFF0...0x10FFFF,
      ]
      let characters = ranges.joined().compactMap(Unicode.Scalar.init)
      let pages = stride(from: 0, to: characters.count, by: 900).map { start in
        var page = String.UnicodeScalarView()
        page.append(contentsOf: characters[start..<min(start + 900, characters.count)])
        return String(page)
      }
      let pdf = try document(pages: pages.count) { document, typesetter in
        set(pages[document.page - 1], on: document, typesetter)
      }
      #expect(pdf.count > 100_000)
    }
  }
}
