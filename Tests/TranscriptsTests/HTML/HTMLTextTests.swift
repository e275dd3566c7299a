import Bytes
import TestSupport
import Testing

@testable import Transcripts

@Suite struct HTMLTextTests {
  private func plain(_ bytes: [UInt8]) -> String {
    String(decoding: collect { HTMLText.append(bytes.span, into: &$0) }, as: UTF8.self)
  }

  private func marked(_ bytes: [UInt8]) -> String {
    String(decoding: collect { HTMLText.appendMarked(bytes.span, into: &$0) }, as: UTF8.self)
  }

  @Test func whatEndsATextOrAnAttributeIsEscaped() {
    let text = Array(#"</p><script a="b" c='d'>&amp; [A_B] ****1"#.utf8)
    let escaped =
      "&lt;/p&gt;&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;amp; "
    #expect(plain(text) == escaped + "[A_B] ****1")
    #expect(marked(text) == escaped + "<mark>[A_B]</mark> <mark>****1</mark>")
  }

  @Test func whatActsIsItsCodePoint() {
    #expect(plain(Array("a\u{202E}\u{0}b".utf8)) == "aU+202EU+0000b")
    #expect(marked(Array("a\u{202E}".utf8)) == "a<b class=\"hidden\">U+202E</b>")
    #expect(marked([0xED, 0xA0, 0x80]) == "<b class=\"hidden\">U+D800</b>")
  }

  @Test func escapedTextIsTheSameText() {
    var random = SeededGenerator(for: "escaped")
    for _ in 0..<300 {
      let text = String(
        (0..<random.below(30)).map { _ in random.pick(Array("<>&\"'ab;#lt漢é")) })
      let back = plain(Array(text.utf8)).replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      #expect(back == text)
    }
  }
}
