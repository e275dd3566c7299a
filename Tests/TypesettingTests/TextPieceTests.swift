import TestSupport
import Testing

@testable import Typesetting

@Suite struct TextPieceTests {
  private let limit = TextPiece.limit

  private func piece(
    _ text: String, from offset: Int = 0, inside: Bool = false
  ) -> TextPiece {
    let bytes = Array(text.utf8)
    return TextPiece(
      of: bytes.span,
      from: TextPosition(offset: offset, isInsideParagraph: inside, direction: nil))
  }

  @Test func aShortTextIsOnePieceWithoutItsLastNewline() {
    #expect(piece("").range == 0..<0)
    #expect(piece("\n").range == 0..<0 && piece("\n").next == 1)
    #expect(piece("one\ntwo").range == 0..<7)
    #expect(piece("one\ntwo\n").range == 0..<7 && piece("one\ntwo\n").next == 8)
    #expect(piece("one\ntwo\n\n").range == 0..<8)
  }

  @Test func whatGoesOnEndsWithItsOwnParagraph() {
    let rest = piece("one\ntwo\nthree", from: 1, inside: true)
    #expect(rest.range == 1..<3 && rest.next == 4 && rest.endsParagraph)
    let last = piece("one\ntwo", from: 5, inside: true)
    #expect(last.range == 5..<7 && last.next == 7 && last.endsParagraph)
  }

  @Test func longTextIsCutAtNewlinesThenSpacesThenCharacters() {
    let lines = piece(String(repeating: "line of text\n", count: 1_000))
    #expect(lines.endsParagraph && lines.next % 13 == 0 && lines.range.upperBound == lines.next - 1)
    #expect(lines.next <= limit && lines.next > limit - 13)
    let words = piece(String(repeating: "words ", count: 1_000))
    #expect(!words.endsParagraph && words.next % 6 == 0 && words.range.upperBound == words.next)
    let characters = piece(String(repeating: "語", count: 10_000))
    #expect(!characters.endsParagraph && characters.next == limit / 3 * 3)
  }

  @Test func piecesMeetAndReachTheEnd() {
    var random = SeededGenerator(for: "TextPieceTests.meet")
    for _ in 0..<200 {
      let parts = ["\n", " ", "word", "語", "🚀", String(repeating: "x", count: 3_000)]
      let text = (0..<random.below(30)).map { _ in random.pick(parts) }.joined()
      let bytes = Array(text.utf8)
      var position = TextPosition.start
      while position.offset < bytes.count {
        let piece = TextPiece(of: bytes.span, from: position)
        #expect(piece.range.lowerBound == position.offset && piece.range.count <= limit)
        #expect(piece.next > position.offset && piece.next - piece.range.upperBound <= 1)
        #expect(String(validating: bytes[piece.range], as: UTF8.self) != nil, "\(random.seed)")
        position = TextPosition(
          offset: piece.next, isInsideParagraph: !piece.endsParagraph, direction: nil)
      }
      #expect(position.offset == bytes.count)
    }
  }
}
