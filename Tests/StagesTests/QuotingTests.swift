import Testing

@testable import Stages

/// spec/cli.md, "Messages", and spec/faults.md, section 3.
@Suite struct QuotingTests {
  @Test func whatATerminalWouldActOnIsEscaped() {
    let dangerous: [ClosedRange<UInt32>] = [
      0x00...0x1F,  // C0
      0x7F...0x9F,  // DEL, C1
      0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C...0x061C,  // bidirectional
      0x2028...0x2029,  // line separators
    ]
    for value in dangerous.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let digits = String(value, radix: 16)
      #expect(Quoting.escaped("a\(scalar)b") == "a\\u{\(digits)}b")
    }
  }

  @Test(arguments: [
    "", "plain text", "é", "日本", "😀", "\u{A0}", "a'b", "e\u{301}", "\u{2027}\u{202F}",
  ])
  func otherTextStaysAsItIs(text: String) {
    #expect(Array(Quoting.escaped(text).utf8) == Array(text.utf8))
  }

  @Test func controlBetweenCombiningCharactersIsSeen() {
    // "\r\n" is one Character, and so is a letter with what combines with it.
    #expect(Quoting.escaped("\r\n") == "\\u{d}\\u{a}")
    #expect(Quoting.escaped("e\u{301}\u{202E}") == "e\u{301}\\u{202e}")
  }

  @Test func atMost64BytesAreQuoted() {
    let exact = String(repeating: "a", count: 64)
    #expect(Quoting.quoted(exact) == "'\(exact)'")
    #expect(Quoting.quoted(exact + "b") == "'\(exact)...'")
    // A character of four bytes is not cut in two.
    let wide = String(repeating: "a", count: 62) + "😀"
    #expect(Quoting.quoted(wide) == "'\(String(repeating: "a", count: 62))...'")
    #expect(Quoting.quoted("\u{1B}") == "'\\u{1b}'")
    let combining = "a" + String(repeating: "\u{301}", count: 100)
    #expect(Quoting.quoted(combining).utf8.count <= 64 + 5)
  }
}
