import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct UnprovenPartTests {
  private func proven(_ line: String) throws -> String {
    var verifier = ReceiptVerifier()
    let bytes = Array(line.utf8)
    let root = try verifier.root(of: bytes.span)
    #expect(root != nil)
    let blanked = collect { verifier.appendProven(of: bytes.span, to: &$0) }
    let again = try verifier.root(of: blanked.span)
    #expect(again == root)
    return String(decoding: blanked, as: UTF8.self)
  }

  @Test func whatIsMaskedIsBlankedAndTheReceiptStillFits() throws {
    let expected = WorkedExample.redacted
      .replacingOccurrences(of: #""[REDACTED]""#, with: "null")
      .replacingOccurrences(of: "[EMAIL], ", with: "         ")
    #expect(try proven(WorkedExample.redacted) == expected)
  }

  @Test func escapesAndOtherSpellingsOfAZoneAreBlankedWhole() throws {
    let spelled = WorkedExample.redacted
      .replacingOccurrences(of: "Contact [EMAIL], ", with: #"C\u006fntact \u00e9\n\ud83d\ude02\"z"#)
      .replacingOccurrences(of: "[[8,17,1]]", with: "[ [8, 1.7e1, 1] ] ")
    // é, a line feed, a face, a quote and a letter are nine bytes.
    #expect(
      try proven(spelled).contains(#""input":"C\u006fntact          please.""#))
  }

  @Test func partsAreToldInTheOrderOfTheLine() throws {
    let turned =
      WorkedExample.redacted.dropLast().replacingOccurrences(
        of: #""content_hashes":{"input":"[REDACTED]"},"#, with: "")
      + #","content_hashes":{"input":{"any":["thing"]}}}"#
    var verifier = ReceiptVerifier()
    let bytes = Array(turned.utf8)
    let root = try verifier.root(of: bytes.span)
    #expect(root != nil)
    let shown = verifier.unprovenParts(of: bytes.span).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(shown == ["[EMAIL], ", #"{"any":["thing"]}"#])
  }

  @Test func nothingOfAnEventMaskedWholeIsLeft() throws {
    let open = Base64.url.encoded(Array(repeating: 7, count: 32))
    let receipt = #"{"mask":{"":1},"open":"\#(String(decoding: open, as: UTF8.self))"}"#
    #expect(try proven(#"{"a":1,"_kt":\#(receipt),"b":"x"}"#) == #"{"_kt":\#(receipt)}"#)
  }

  @Test func anEventWithoutMaskIsProvenAsItStands() throws {
    let line = #" { "a" : "\u0041", "_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA"} } "#
    #expect(try proven(line) == line)
  }
}
