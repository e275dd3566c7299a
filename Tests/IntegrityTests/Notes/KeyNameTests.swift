import Integrity
import Testing

@Suite struct KeyNameTests {
  @Test(arguments: [
    "a", "audit.example/org/acme", "\u{E9}", "e\u{301}", "-", "a\u{200B}b", "\u{7F}",
  ])
  func textsWithoutSpacesAreNames(text: String) {
    #expect(KeyName(Array(text.utf8))?.bytes == Array(text.utf8))
    #expect(KeyName(Array(text.utf8))?.text == text)
  }

  @Test(arguments: [
    "", " ", "a b", "a+b", "+", "a\tb", "a\n", "a\r\n", "\u{0}", "\u{1F}", "a\u{85}", "a\u{A0}b",
    "\u{1680}", "\u{2003}", "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}",
  ])
  func spacesPlusAndControlCharactersAreNoNames(text: String) {
    #expect(KeyName(Array(text.utf8)) == nil)
  }

  @Test func whatIsNoUTF8IsNoName() {
    #expect(KeyName([0xFF]) == nil)
    #expect(KeyName([0x61, 0xC3]) == nil)
    #expect(KeyName([0xED, 0xA0, 0x80]) == nil)
  }

  @Test func namesThatLookAlikeDiffer() {
    #expect(KeyName(Array("\u{E9}".utf8)) != KeyName(Array("e\u{301}".utf8)))
  }
}
