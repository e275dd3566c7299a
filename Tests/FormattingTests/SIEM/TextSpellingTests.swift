import EventJSON
import TestSupport
import Testing

@testable import Formatting

@Suite struct TextSpellingTests {
  private func spelled(_ text: String, _ spelling: TextSpelling) -> String {
    String(decoding: collect { spelling.append(text, into: &$0) }, as: UTF8.self)
  }

  @Test(
    arguments: [
      (#"a|b\c=d"e]f"#, #"a\|b\\c=d"e]f"#, #"a|b\\c\=d"e]f"#, #"a|b\\c=d\"e\]f"#),
      (
        "l\nr\rt\t", #"l\\u000ar\\u000dt\\u0009"#, #"l\nr\rt\\u0009"#,
        #"l\\u000ar\\u000dt\\u0009"#
      ),
      (
        "\u{0}\u{1F}\u{7F}", #"\\u0000\\u001f\\u007f"#, #"\\u0000\\u001f\\u007f"#,
        #"\\u0000\\u001f\\u007f"#
      ),
      (
        "\u{85}\u{2028}é\u{2027}\u{202A}", "\\\\u0085\\\\u2028é\u{2027}\u{202A}",
        "\\\\u0085\\\\u2028é\u{2027}\u{202A}", "\\\\u0085\\\\u2028é\u{2027}\u{202A}"
      ),
      ("", "", "", ""), ("plain 한글 😀", "plain 한글 😀", "plain 한글 😀", "plain 한글 😀"),
    ])
  func eachPlaceEscapesWhatWouldEndIt(
    text: String, header: String, cefValue: String, parameter: String
  ) {
    #expect(spelled(text, .header) == header)
    #expect(spelled(text, .cefValue) == cefValue)
    #expect(spelled(text, .parameter) == parameter)
    #expect(spelled(text, .leefValue) == cefValue.replacing(#"\\u0009"#, with: #"\t"#))
  }

  @Test(arguments: [#"\ud800"#, #"a\udfffb"#, #"\udc00\ud800"#])
  func halvesOfSurrogatePairsAreSpelledOut(inside: String) {
    let bytes = Array(inside.utf8)
    let decoded = collect { StringEscapes.decode(bytes.span, 0, bytes.count, into: &$0) }
    let spelled = collect { TextSpelling.cefValue.append(decoded.span, into: &$0) }
    #expect(String(validating: spelled, as: UTF8.self) == inside.replacing(#"\"#, with: #"\\"#))
  }

  @Test func everyCharacterIsItselfOrEscapedAndNoneBreaksALine() throws {
    for point in UInt32(0)...0x3000 {
      let scalar = try #require(Unicode.Scalar(point))
      let text = "a\(String(Character(scalar)))z"
      for spelling in [TextSpelling.header, .cefValue, .leefValue, .parameter] {
        let result = spelled(text, spelling)
        #expect(!result.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(!result.unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
        #expect(result.utf8.first == UInt8(ascii: "a") && result.utf8.last == UInt8(ascii: "z"))
      }
    }
  }
}
