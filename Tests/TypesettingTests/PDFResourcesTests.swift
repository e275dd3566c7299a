import Bytes
import TestSupport
import Testing

@testable import Typesetting

/// What is written of objects as cairo writes them.
private func written(_ objects: String) -> String {
  let bytes = Array(objects.utf8)
  return String(
    decoding: collect { PDFResources.append(bytes.span, to: &$0) }, as: UTF8.self)
}

@Suite struct PDFResourcesTests {
  @Test(arguments: [
    (
      "3 0 obj\n<<\n   /XObject << /x7 7 0 R /x8 8 0 R /x7 7 0 R /x7 7 0 R >>\n   /Font <<\n>>\n",
      "3 0 obj\n<<\n   /XObject << /x7 7 0 R /x8 8 0 R                     >>\n   /Font <<\n>>\n"
    ),
    ("   /XObject << /x7 7 0 R /x7 7 0 R >>", "   /XObject << /x7 7 0 R           >>"),
    ("   /XObject << /a 1 0 R /a 1 0 R /b", "   /XObject << /a 1 0 R          /b"),
  ])
  func whatStandsAgainIsBlank(_ objects: String, _ expected: String) {
    let result = written(objects)
    #expect(result.utf8.count == objects.utf8.count)
    #expect(result == expected)
  }

  @Test func eachListIsItsOwn() {
    let list = "   /XObject << /x7 7 0 R >>\n"
    #expect(written(list + list) == list + list)
  }

  @Test(arguments: [
    "", "\n", "   /XObject <<", "   /XObject << >>\n",
    "   /XObject << /x7 7 0 R /x77 77 0 R /x78 7 0 R >>\n",
    "<< /Title (   /XObject << /x7 7 0 R /x7 7 0 R >>)\n",
    "<< /Length 5 0 R\nstream\n   /XObject << /x7 7 0 R /x7 7 0 R >>\nendstream\n",
    "stream\nnot the endstream\n   /XObject << /x7 7 0 R /x7 7 0 R >>\n",
  ])
  func otherBytesStay(_ objects: String) {
    #expect(written(objects) == objects)
  }

  @Test func dataEndsWithItsLine() {
    let result = written("stream\nab\nendstream\n   /XObject << /x7 7 0 R /x7 7 0 R >>\n")
    #expect(result == "stream\nab\nendstream\n   /XObject << /x7 7 0 R           >>\n")
  }
}

extension PageTests {
  /// The pages on which Cairo 1.16 lists images again.
  @Suite(.enabled(if: areEmojiImages, noImages))
  struct PDFResourcesOfEmojiTests {
    private let text = "🎉 a 🎉 b 🎉 🚀 c 🚀 👨‍👩‍👧‍👦 d 👍🏽 👍🏽\n🎉\nשלום 🎉 🎉 עולם"

    private func make(pages: Int) throws -> [UInt8] {
      var large = plain
      large.size = 30
      return try document(pages: pages) { document, typesetter in
        set(document.page == 2 ? "none" : text, on: document, typesetter)
        if document.page == 3 { set(text, on: document, typesetter, style: large) }
      }
    }

    @Test(.enabled(if: isInstalled("qpdf"), "needs qpdf"), arguments: [1, 4])
    func checkersHaveNothingToSay(_ pages: Int) throws {
      let check = try run("qpdf --check made.pdf", over: make(pages: pages))
      #expect(check.status == 0 && check.errorText.isEmpty, "\(check.errorText)")
    }

    /// The list of the only page's images again, as cairo wrote it: the same pixels.
    @Test(.enabled(if: isInstalled("pdftoppm"), "needs poppler"))
    func pagesLookAsWithImagesListedTwice() throws {
      let pdf = try document { set("🎉 a 🎉 b 🎉", on: $0, $1) }
      let list = try #require(latin(pdf).firstMatch(of: #/(\/x\d+ \d+ 0 R ) +>>/#))
      let count = list.0.count - 2
      let repeated = String(repeating: String(list.1), count: 3)
      #expect(count == repeated.count)
      let before = latin(pdf).replacing(list.0, with: repeated + ">>").unicodeScalars.map {
        UInt8($0.value)
      }
      #expect(before != pdf && before.count == pdf.count)
      let render = "pdftoppm -r 60 made.pdf 2>/dev/null | sha256sum; pdfimages -list made.pdf"
      #expect(try run(render, over: pdf).outputText == run(render, over: before).outputText)
    }
  }
}
