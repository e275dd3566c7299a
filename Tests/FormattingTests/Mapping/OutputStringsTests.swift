import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Formatting

@Suite struct OutputStringsTests {
  /// A text decoded and written again, with lone surrogates as escapes and spelled out.
  private func again(_ escaped: String) -> (escaped: String, spelled: String) {
    let line = Array(escaped.utf8)
    var decoded = Output(capacity: 16)
    StringEscapes.decode(line.span, 0, line.count, into: &decoded)
    var one = Output(capacity: 16)
    var other = Output(capacity: 16)
    let text = Array(copying: decoded.bytes)
    one.append(text: text.span)
    other.append(text: text.span, loneSurrogates: .spelled)
    return (TestSupport.text(one.bytes), TestSupport.text(other.bytes))
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
    let line = Array(inside.utf8)
    var output = Output(capacity: 16)
    output.append(
      string: Field(.escapedString, 0, line.count), of: line.span, loneSurrogates: .spelled)
    #expect(text(output.bytes) == expected)
  }
}
