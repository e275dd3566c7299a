import Bytes
import TestSupport
import Testing

@testable import Typesetting

extension PageTests {
  @Suite(.enabled(if: areLibrariesInstalled, absence))
  struct ParagraphTests {
    /// The bytes of a text that stand in no line are its newlines.
    private func expectLines(_ lines: [Line], cover text: String) {
      let bytes = Array(text.utf8)
      var offset = 0
      for line in lines {
        #expect(bytes[offset..<line.range.lowerBound].allSatisfy { $0 == .newline })
        offset = line.range.upperBound
      }
      #expect(bytes[offset...].allSatisfy { $0 == .newline })
    }

    @Test(arguments: [
      "", "\n", "one line", "two\nlines", "\n\n\n", "ends\n",
      String(repeating: "words ", count: 3_000),
      String(repeating: "語", count: 5_000), String(repeating: "x", count: 9_000),
      String(repeating: "short\n", count: 3_000), String(repeating: "שלום ", count: 2_000),
      String(repeating: "👨‍👩‍👧‍👦", count: 600), "e" + String(repeating: "\u{301}", count: 6_000),
    ])
    func linesCoverTheText(_ text: String) throws {
      let lines = try setLines(of: text)
      #expect(!lines.isEmpty)
      expectLines(lines, cover: text)
      #expect(lines.allSatisfy { $0.height >= 8 && $0.height <= 30 })
      #expect(lines.allSatisfy { $0.baseline > 0 && $0.baseline <= $0.height })
    }

    /// What is set in pieces has the lines that it would have as one.
    @Test func aLongParagraphShowsNoSeam() throws {
      let lines = try setLines(of: String(repeating: "word ", count: 4_000))
      let lengths = Set(lines.dropLast().map(\.range.count))
      #expect(lengths.count == 1 && lines.count > 200)
    }

    @Test func linesStayWithinTheirWidth() throws {
      for text in [
        String(repeating: "x", count: 2_000), String(repeating: "long words ", count: 99),
      ] {
        #expect(try setLines(of: text, width: 123).allSatisfy { $0.width <= 123.5 })
      }
    }

    @Test func paragraphsStandWhereTheirScriptBegins() throws {
      let lines = try setLines(of: "left\nשלום עולם\nleft again")
      #expect(lines.map { $0.indent > 100 } == [false, true, false])
      var style = plain
      style.alignment = .end
      let swapped = try Self.indents(of: "left\nשלום", style)
      #expect(swapped[0] > 100 && swapped[1] < 1)
    }

    /// A right to left paragraph goes on so, even where a piece begins with Latin.
    @Test func theDirectionOfALongParagraphHoldsToItsEnd() throws {
      let text = "שלום " + String(repeating: "Latin words ", count: 1_000) + "\nleft"
      let lines = try setLines(of: text)
      #expect(lines.dropLast().allSatisfy { $0.indent + $0.width > 299 })
      #expect(lines.last.map { $0.indent < 1 } == true)
    }

    @Test func missingGlyphsAreCountedOnceEach() throws {
      #expect(try setLines(of: "all here").allSatisfy { $0.missingGlyphs == 0 })
      let text = String(repeating: "private \u{10FFFD} ", count: 1_000)
      #expect(try setLines(of: text).reduce(0) { $0 + $1.missingGlyphs } == 1_000)
    }

    @Test func runsAreSetDifferently() throws {
      let text = String(repeating: "wide ", count: 6)
      let bold = try setLines(of: text, runs: [TextRun(0..<30, isBold: true)])
      #expect(try bold[0].width > setLines(of: text)[0].width)
      let mono = try setLines(
        of: "iiii", runs: [TextRun(0..<4, families: "DejaVu Sans Mono, monospace")])
      #expect(try mono[0].width > setLines(of: "iiii")[0].width)
    }

    /// Runs may end anywhere: inside characters, behind the text, in another piece.
    @Test func runsAreCutToTheTextsCharacters() throws {
      let text = String(repeating: "語🚀", count: 2_000)
      let runs = (0..<3_000).map {
        TextRun(
          $0 * 5..<$0 * 5 + 3, isBold: true, color: .black, background: .black)
      }
      let lines = try setLines(of: text, runs: runs)
      expectLines(lines, cover: text)
    }

    /// 300 kB without a newline or a space take about a hundred times what 3 kB take.
    @Test func timeGrowsWithTheText() throws {
      func time(_ count: Int) throws -> Duration {
        try ContinuousClock().measure { _ = try setLines(of: String(repeating: "x", count: count)) }
      }
      _ = try time(1_000)
      let short = try time(30_000)
      let long = try time(300_000)
      #expect(long < short * 30, "\(short) and \(long)")
    }

    private static func indents(of text: String, _ style: TextStyle) throws -> [Double] {
      try setLines(of: text, style: style).map(\.indent)
    }
  }
}
