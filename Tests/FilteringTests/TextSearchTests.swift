import Testing

@testable import Filtering

@Suite struct TextSearchTests {
  private func finds(
    _ words: [String], _ regular: [String] = [], ignoringCase: Bool = false, in text: String,
    member: String = "input"
  ) throws -> Bool {
    var request = SelectionRequest()
    request.words = words
    request.regularExpressions = regular
    request.ignoresCase = ignoringCase
    return try keeps(request, "{\"\(member)\":\(text)}")
  }

  @Test(arguments: [
    // Raw bytes that spell the word without meaning it.
    ("name", #""\name""#, false), ("name", #""\\name""#, true), ("name", #""\\\name""#, false),
    ("name", #""\nname""#, true), ("tab", #""\tab""#, false), ("u0041", #""\u0041""#, false),
    ("0041", #""\u0041""#, false), ("041b", #""\u0041b""#, false), ("1b", #""\u0041b""#, false),
    ("u0041", #""\\u0041""#, true), ("41", #""\u004141""#, true), ("ffee", #""co\ffee""#, false),
    ("fee", #""co\ffee""#, true),
    ("ffee", #""co\u00ffee""#, false), ("dead", #""\ud83d\udead""#, false),
    ("bar", #""\bar \\bar""#, true),
    // Words that escapes hide.
    ("secret", #""se\u0063ret""#, true), ("secret", #""\u0073ecret""#, true),
    ("é", #""caf\u00e9""#, true),
    ("secret", #""\u0073\u0065\u0063\u0072\u0065\u0074""#, true), ("😀", #""\ud83d\ude00""#, true),
    ("a/b", #""a\/b""#, true), ("a/b", #""a/b""#, true), ("a\"b", #""a\"b""#, true),
    ("a\\b", #""a\\b""#, true), ("a\nb", #""a\nb""#, true), ("a\nb", #""a\u000ab""#, true),
    ("nb", #""a\nb""#, false), ("x\u{1}", #""x\u0001""#, true),
    // Plain text.
    ("word", #""a word here""#, true), ("word", #""a wor d""#, false),
    ("Word", #""a word""#, false),
    ("word", #"["no",{"content":"word"}]"#, true), ("role", #"{"role":"user"}"#, false),
    ("word", #""""#, false), ("word", "null", false), ("12", "12", false),
    ("word", #""x\"","output":"word""#, true), ("word", #""x","other":"word""#, false),
    ("\u{E9}", "\"e\u{301}\"", false),
  ])
  func wordStandsInTheTextAndNotInItsSpelling(word: String, text: String, expected: Bool) throws {
    #expect(try finds([word], in: text) == expected)
    #expect(try finds([word], in: text, member: "prompt") == expected)
  }

  @Test(arguments: [
    ("SECRET", #""a Secret""#, true), ("secret", #""SE\u0043RET""#, true),
    ("NAME", #""\name""#, false),
    ("É", #""é""#, false), ("U0041", #""\u0041""#, false), ("secret", #""S\u0065CRET""#, true),
  ])
  func caseIsIgnoredForASCIILettersOnly(word: String, text: String, expected: Bool) throws {
    #expect(try finds([word], ignoringCase: true, in: text) == expected)
  }

  @Test(arguments: [
    ("^name", #""\name""#, false), ("^.ame$", #""\name""#, true),
    ("^\\\\name$", #""\\name""#, true),
    ("[0-9]{3}-[0-9]{2}", #""\u0031\u0032\u0033-45""#, true), ("[0-9]{4}", #""\u0041""#, false),
    ("a.b", #""a\tb""#, true),
  ])
  func expressionsFitTheTextAfterUnescaping(
    expression: String, text: String, expected: Bool
  ) throws {
    #expect(try finds([], [expression], in: text) == expected)
  }

  @Test func anyOfSeveralWordsIsEnoughAndBothOptionsMustFit() throws {
    #expect(try finds(["no", "word"], in: #""a word""#))
    #expect(try finds([], ["no", "w.rd"], in: #""a word""#))
    #expect(try finds(["no", "a"], ["no", "w.rd"], in: #""a word""#))
    #expect(try !finds(["no"], ["w.rd"], in: #""a word""#))
    #expect(try !finds(["word"], ["no"], in: #""a word""#))
    #expect(try finds(["a\"b", "plain"], in: #""\tplain""#))
    #expect(try !finds(["no"], ["nor this"], in: #""a word""#))
  }

  @Test func emptyWordIsRefused() {
    #expect(throws: SelectionProblem.self) { try finds([""], in: #""x""#) }
    #expect(throws: SelectionProblem.self) { try finds([], ["("], in: #""x""#) }
  }

  @Test func hostileTextIsSearchedInProportionToItsLength() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let backslashes = "\"" + String(repeating: #"\\"#, count: 20_000) + "\""
    #expect(try !finds(["name"], in: backslashes))
    let hits = "\"" + String(repeating: #"\name"#, count: 10_000) + "\""
    #expect(try !finds(["name"], in: hits))
    let both =
      "\"" + String(repeating: #"\\"#, count: 20_000) + String(repeating: "n", count: 5) + "\""
    #expect(try finds(["n"], in: both))
    #expect(clock.now - start < .seconds(10))
  }
}
