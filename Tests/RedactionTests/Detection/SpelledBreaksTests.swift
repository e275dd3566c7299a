import Bytes
import Testing

@testable import Redaction

/// A value that passes its check, put together so that no scanner takes the tree for data.
private let token = "gh" + "p_" + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"
private let card = "4111 1111" + " 1111 1111"

@Suite struct SpelledBreaksTests {
  @Test(arguments: [#"\n"#, #"\r"#, #"\t"#, #"\r\n"#, #"\\n"#, #"\n\n"#])
  func aValueBehindASpelledBreakIsFound(_ spelled: String) {
    #expect(found(in: "first\(spelled)\(token) next") == ["GITHUB_TOKEN:\(token)"])
    #expect(found(in: "card\(spelled)\(card)\(spelled)") == ["CREDIT_CARD:\(card)"])
    #expect(
      found(in: "{\"to\":\"\(spelled)jane@example.com\"}") == ["EMAIL_ADDRESS:jane@example.com"])
  }

  @Test func otherBackslashesBreakNothing() {
    #expect(found(in: #"\x"# + token) == [])
    var breaks = SpelledBreaks()
    let text = Array(#"a\ b \"c\" \\"#.utf8)
    let isBlanked = breaks.blank(text.span)
    #expect(!isBlanked)
  }

  @Test func placesStayTheSame() {
    var breaks = SpelledBreaks()
    let text = Array(#"a\nb\tc\"#.utf8)
    let isBlanked = breaks.blank(text.span)
    #expect(isBlanked)
    #expect(String(decoding: breaks.bytes, as: UTF8.self) == #"a  b  c\"#)
  }
}
