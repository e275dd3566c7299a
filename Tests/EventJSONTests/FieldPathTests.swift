import EventJSON
import TestSupport
import Testing

@Suite struct FieldPathTests {
  private func member(_ name: String) -> FieldPath.Segment { .member(Array(name.utf8)) }

  @Test func pathsAreTakenApart() throws {
    let expected: [(String, [FieldPath.Segment])] = [
      ("team", [member("team")]), (".team", [member("team")]),
      ("usage.input_tokens", [member("usage"), member("input_tokens")]),
      (
        "policies_evaluated[].verdict",
        [member("policies_evaluated"), .elements, member("verdict")]
      ),
      ("a[][]", [member("a"), .elements, .elements]),
      ("a[].b[]", [member("a"), .elements, member("b"), .elements]),
      (#"a."b.c""#, [member("a"), member("b.c")]), (#""a b"[]"#, [member("a b"), .elements]),
      (#"."""#, [member("")]), (#""q\"\\""#, [member("q\"\\")]),
      ("é.日本", [member("é"), member("日本")]),
      ("x-y.@type.$ref", [member("x-y"), member("@type"), member("$ref")]), ("0", [member("0")]),
    ]
    for (text, segments) in expected {
      #expect(try FieldPath(text).segments == segments, "\(text)")
    }
  }

  @Test(arguments: [
    ("", 0), (".", 1), ("..a", 1), ("a.", 2), ("a..b", 2), ("[]", 0), (".[]", 1), ("a[", 2),
    ("a[0]", 2), ("a[]b", 3), ("a b", 1), ("a,b", 1), ("a]", 1), (#"a."b"#, 2), (#""a"b"#, 3),
    ("a=b", 1), ("a\tb", 1), (#"a.""#, 2), (#""a\"#, 0),
  ])
  func brokenPathIsAProblemAtItsByte(text: String, offset: Int) {
    let problem = #expect(throws: FieldPath.Problem.self) { try FieldPath(text) }
    #expect(problem?.offset == offset)
    #expect(problem?.reason.isEmpty == false)
  }

  @Test func descriptionReadsBackAsTheSamePath() throws {
    var random = SeededGenerator(for: "FieldPathTests.description")
    let alphabet = ["a", "b.", ".", "[", "]", "[]", "\"", "\\", " ", "é", "-", "=", "😀", "\n"]
    for _ in 0..<500 {
      var segments: [FieldPath.Segment] = []
      for _ in 0...random.below(3) {
        segments.append(member((0..<random.below(5)).map { _ in random.pick(alphabet) }.joined()))
        if random.below(3) == 0 { segments.append(.elements) }
      }
      let path = FieldPath(segments: segments)
      #expect(try FieldPath(path.description) == path, "\(path), seed \(random.seed)")
      #expect(path.hasElements == segments.contains(.elements))
    }
  }

  @Test func namesAreComparedAsBytes() throws {
    #expect(try FieldPath("\u{E9}") != FieldPath("e\u{301}"))
  }
}
