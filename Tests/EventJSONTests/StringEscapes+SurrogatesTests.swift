import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct StringEscapesSurrogatesTests {
  private func write(_ body: (inout JSONWriter, inout Output) -> Void) -> String {
    var writer = JSONWriter()
    return String(decoding: collect { body(&writer, &$0) }, as: UTF8.self)
  }

  /// A text decoded and written again, with lone surrogates as escapes and spelled out.
  private func again(_ escaped: String) -> (escaped: String, spelled: String) {
    let line = Array(escaped.utf8)
    let text = collect { StringEscapes.decode(line.span, 0, line.count, into: &$0) }
    return (
      write { $0.string(text.span, into: &$1) },
      write { $0.string(text.span, loneSurrogates: .spelled, into: &$1) }
    )
  }

  @Test func loneSurrogatesSurviveDecoding() {
    let once = again(#"\ud800x\udfff\ud83c\udf89"#)
    #expect(once.escaped == #""\ud800x\udfff🎉""#)
    #expect(once.spelled == #""\\ud800x\\udfff🎉""#)
    #expect(again(#"\u0000\u001f\"\\\/"#).escaped == #""\u0000\u001f\"\\/""#)
  }

  @Test(arguments: [
    (#"\ud800"#, #""\\ud800""#), (#"\uD83C\uDF89"#, #""\uD83C\uDF89""#),
    (#"\udc00\ud800"#, #""\\udc00\\ud800""#), (#"\ud800\ud800\udc00"#, #""\\ud800\ud800\udc00""#),
    (#"\\ud800"#, #""\\ud800""#), (#"\n\ud8"#, #""\n\ud8""#), (#"a\"b"#, #""a\"b""#),
    (#"\ud800\\udc00"#, #""\\ud800\\udc00""#),
  ])
  func stringsAreCopiedWithTheirEscapes(inside: String, expected: String) {
    let line = Array("\"\(inside)\"".utf8)
    let field = Field(.escapedString, 1, line.count - 1)
    #expect(
      write { $0.string(field, of: line.span, loneSurrogates: .spelled, into: &$1) } == expected)
    #expect(write { $0.string(field, of: line.span, into: &$1) } == "\"\(inside)\"")
  }

  @Test func controlsMayBeWrittenByNumber() {
    let bytes = Array("\n\r\t\u{8}\"".utf8)
    #expect(write { $0.string(bytes.span, into: &$1) } == #""\n\r\t\u0008\"""#)
    let numbered = write { $0.string(bytes.span, controls: .numbered, into: &$1) }
    #expect(numbered == #""\u000a\u000d\u0009\u0008\"""#)
  }

  @Test func otherValuesAreStringsOfTheirJSON() {
    let line = Array(#"1.10["a"]"#.utf8)
    #expect(write { $0.string(Field(.number, 0, 4), of: line.span, into: &$1) } == #""1.10""#)
    #expect(write { $0.string(Field(.array, 4, 9), of: line.span, into: &$1) } == #""[\"a\"]""#)
  }
}
