import Testing

@testable import Redaction

@Suite struct ITFiscalCodeTests {
  @Test func menAndWomenHaveOne() {
    let numbers = [
      "RSSMRA80A01H501U",
      "BNCLRA92T71F205A",
      "rssmra80a01h501u",
    ]
    for number in numbers {
      #expect(values(of: .itFiscalCode, in: number) == [number], "\(number)")
    }
  }

  @Test func lettersStandForDigitsWhereTwoWouldBeAlike() {
    let numbers = [
      "RSSMRA80A01H5LMX",
      "VRDGPP13A10B39PG",
    ]
    for number in numbers {
      #expect(values(of: .itFiscalCode, in: number) == [number], "\(number)")
    }
  }

  @Test func wrongDaysMonthsAndControlsAreNone() {
    let texts = [
      "RSSMRA80A01H501V",
      "RSSMRA80A00H501V",
      "RSSMRA80A32H501C",
      "RSSMRA80A72H501G",
      "QQQQQQ00A40Z999T",
      "RSSMRA80F01H501G",
      "RSSMRA80A01H501",
      "RSSMRA80A01H501UX",
      "RSS MRA 80A01 H501U",
      "RSSMRA80A01H5A1U",
      "0SSMRA80A01H501U",
    ]
    for text in texts {
      #expect(values(of: .itFiscalCode, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "RSSMRA80A01H501U") {
      #expect(values(of: .itFiscalCode, in: text) == ["RSSMRA80A01H501U"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordIsNone() {
    for text in texts(gluedTo: "RSSMRA80A01H501U") {
      #expect(values(of: .itFiscalCode, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .itFiscalCode) {
      #expect(values(of: .itFiscalCode, in: "id: \(text)", key: "input").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "id RSSMRA80A01H501U RSSMRA80A01H501U")
  }
}
