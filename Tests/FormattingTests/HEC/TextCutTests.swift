import Testing

@testable import Formatting

@Suite struct TextCutTests {
  /// All prefixes that a text is cut to, one for each limit.
  private func prefixes(_ text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    return Set(
      (0...bytes.count).map { limit in
        let border = TextCut.border(in: bytes.span, from: 0, atMost: limit)
        return String(decoding: bytes[..<border], as: UTF8.self)
      })
  }

  @Test(arguments: [
    ("abc", ["", "a", "ab", "abc"]), ("é한😀", ["", "é", "é한", "é한😀"]),
    (#"a\n\\b"#, ["", "a", #"a\n"#, #"a\n\\"#, #"a\n\\b"#]),
    (#"\u00e9\ud83d\ude00x"#, ["", #"\u00e9"#, #"\u00e9\ud83d\ude00"#, #"\u00e9\ud83d\ude00x"#]),
    (#"\ud800\u0041"#, ["", #"\ud800"#, #"\ud800\u0041"#]),
    (#"\ud800\n"#, ["", #"\ud800"#, #"\ud800\n"#]),
    (#"\ud800\ud800\udc00"#, ["", #"\ud800"#, #"\ud800\ud800\udc00"#]),
    (
      #"\\ud83d\\ude00"#,
      [
        "", #"\\"#, #"\\u"#, #"\\ud"#, #"\\ud8"#, #"\\ud83"#, #"\\ud83d"#,
        #"\\ud83d\\"#, #"\\ud83d\\u"#, #"\\ud83d\\ud"#, #"\\ud83d\\ude"#, #"\\ud83d\\ude0"#,
        #"\\ud83d\\ude00"#,
      ]
    ),
  ])
  func aTextIsCutBetweenCharacters(text: String, expected: [String]) {
    #expect(prefixes(text) == Set(expected))
  }
}
