import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct TextDecodingTests {
  /// The text of a string's inside, and for each place of it where it stands in the line.
  private func decoded(_ inside: String) -> (text: [UInt8], starts: [Int], ends: [Int]) {
    let line = Array("\"\(inside)\"".utf8)
    var output = Output(capacity: 64)
    var offsets = OffsetTable()
    TextDecoding.decode(
      Field(.escapedString, 1, line.count - 1), of: line.span, into: &output, &offsets)
    let places = Array(0...output.count)
    return (
      copy(output.bytes), places.map { offsets.rawStart(of: $0) },
      places.map { offsets.rawEnd(of: $0) }
    )
  }

  @Test func theTextIsThatOfTheDecoderAndPlacesAreThoseOfTheLine() {
    let (text, starts, ends) = decoded(#"a\"b\u0041c"#)
    #expect(text == Array("a\"bAc".utf8))
    // a at 1, \" at 2 to 4, b at 4, \u0041 at 5 to 11, c at 11.
    #expect(starts == [1, 2, 4, 5, 11, 12])
    #expect(ends == [1, 2, 4, 5, 11, 12])
  }

  @Test func aHitInsideAnEscapeTakesTheWholeOfIt() {
    let (text, starts, ends) = decoded(#"x\ud83d\ude00y"#)
    #expect(text == Array("x😀y".utf8))
    // The pair at 2 to 14 is four bytes of text.
    #expect(starts == [1, 2, 2, 2, 2, 14, 15])
    #expect(ends == [1, 2, 14, 14, 14, 14, 15])
  }

  @Test func randomStringsDecodeAsTheDecoderSays() {
    var random = SeededGenerator(for: "TextDecoding")
    let pieces = [
      "a", "é", "😀", #"\n"#, #"\\"#, #"\""#, #"\/"#, #"\u0041"#, #"\u00e9"#, #"\ud83d\ude00"#,
      #"\ud800"#, #"\udc00"#, #"\ud800\u0041"#, #"\uD83D\uDE00"#,
    ]
    for _ in 0..<500 {
      let inside = (0..<random.below(12)).map { _ in random.pick(pieces) }.joined()
      let (text, starts, ends) = decoded(inside)
      let line = Array("\"\(inside)\"".utf8)
      var plain = Output(capacity: 64)
      StringEscapes.decode(line.span, 1, line.count - 1, into: &plain)
      #expect(text == copy(plain.bytes), "\(inside)")
      #expect(starts == starts.sorted() && ends == ends.sorted(), "\(inside)")
      #expect(starts.first == 1 && ends.last == line.count - 1, "\(inside)")
    }
  }

  @Test func foldedTextKeepsItsPlaces() {
    let text = Array("４１\u{200B}1‐２\u{A0}x".utf8)
    var output = Output(capacity: 64)
    var offsets = OffsetTable()
    TextFolding.fold(text.span, into: &output, &offsets)
    #expect(TestSupport.text(output.bytes) == "411-2 x")
    #expect((0...7).map { offsets.rawStart(of: $0) } == [0, 3, 9, 10, 13, 16, 18, 19])
    #expect((0...7).map { offsets.rawEnd(of: $0) } == [0, 3, 6, 10, 13, 16, 18, 19])
  }
}
