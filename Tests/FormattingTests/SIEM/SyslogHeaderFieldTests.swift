import TestSupport
import Testing

@testable import Formatting

@Suite struct SyslogHeaderFieldTests {
  @Test(arguments: [
    ("gw-1.example", 255, "gw-1.example"), ("", 32, "-"), (" ", 32, #"\u0020"#),
    ("a b", 32, #"a\u0020b"#), ("é", 32, #"\u00e9"#), ("😀", 32, #"\ud83d\ude00"#),
    ("a\u{0}\u{7F}~", 32, #"a\u0000\u007f~"#), ("abcd", 3, "abc"), ("ab c", 7, "ab"),
    ("ab c", 8, #"ab\u0020"#), ("a😀b", 12, "a"), ("a😀b", 13, #"a\ud83d\ude00"#),
  ])
  func aFieldIsPrintableAndShort(text: String, limit: Int, expected: String) {
    let bytes = Array(text.utf8)
    let written = collect { SyslogHeaderField.append(bytes.span, limit: limit, into: &$0) }
    #expect(String(decoding: written, as: UTF8.self) == expected)
  }
}
