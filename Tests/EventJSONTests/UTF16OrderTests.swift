import Bytes
import TestSupport
import Testing

@testable import EventJSON

@Suite struct UTF16OrderTests {
  @Test func textsSortByTheirCodeUnits() {
    let texts = [
      "", "a", "aa", "b", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{10000}",
      "\u{1F602}", "\u{10FFFF}", "\u{E000}", "\u{FB33}", "\u{FFFF}", "a\u{FB33}", "a\u{1F602}",
    ]
    for left in texts {
      for right in texts {
        let first = Array(left.utf8)
        let second = Array(right.utf8)
        let order = UTF16Order.compare(first.span, second.span)
        #expect((order < 0) == left.utf16.lexicographicallyPrecedes(right.utf16))
        #expect((order == 0) == (left == right))
      }
    }
  }
}
