import Bytes
import TestSupport
import Testing
import Typesetting

@testable import Transcripts

@Suite struct PDFTextTests {
  private func text(_ bytes: [UInt8]) -> PDFText {
    var text = PDFText()
    text.append(bytes.span)
    return text
  }

  private func shown(_ text: borrowing PDFText) -> String {
    var output = Output(capacity: 256)
    text.printable.copy(to: &output)
    return String(copying: output.bytes)
  }

  @Test func whatIsHiddenStandsByItsCodePointInARunOfItsOwn() {
    let text = text(Array("a\u{202E}b\u{0}".utf8))
    #expect(shown(text) == "a‹U+202E›b‹U+0000›")
    #expect(text.runs.map(\.range) == [1..<13, 14..<26])
  }

  @Test func tracesOfRedactionsAreSetApart() {
    let text = text(Array("to [EMAIL_ADDRESS] now".utf8))
    #expect(shown(text) == "to [EMAIL_ADDRESS] now")
    #expect(text.runs.map(\.range) == [3..<18])
    #expect(text.runs.first?.background != nil)
  }

  @Test func termsAreSetApartAndOrdinaryTextIsNot() {
    var text = PDFText()
    text.append(term: "User")
    text.append(" ")
    text.append(Array("u1".utf8).span)
    #expect(shown(text) == "User u1")
    #expect(text.runs.map(\.range) == [0..<4])
    text.removeAll()
    #expect(text.isEmpty && text.runs.isEmpty)
  }
}
