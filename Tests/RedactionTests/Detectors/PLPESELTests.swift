import Testing

@testable import Redaction

@Suite struct PLPESELTests {
  @Test func theMonthHoldsTheCentury() {
    let numbers = [
      "44051401359",
      "04222901237",
      "92811504565",
    ]
    for number in numbers {
      #expect(values(of: .plPESEL, in: number, key: "pesel") == [number], "\(number)")
    }
  }

  @Test func wrongDatesAndChecksumsAreNone() {
    let texts = [
      "44051401358",
      "90023101237",
      "92133101235",
      "90023001230",
      "440514013590",
      "4405140135",
      "440514-01359",
      "440 514 013 59",
    ]
    for text in texts {
      #expect(values(of: .plPESEL, in: text, key: "pesel").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "PESEL 44051401359",
      "pesel:44051401359",
      "44051401359 to mój PESEL",
      "numerPesel=44051401359",
    ]
    for text in texts {
      #expect(values(of: .plPESEL, in: text) == ["44051401359"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "44051401359",
      "peselowy 44051401359",
      "apesel 44051401359",
      "PESEL and it goes on and on for more than a line of text 44051401359",
    ]
    for text in texts {
      #expect(values(of: .plPESEL, in: text).isEmpty, "\(text)")
      #expect(values(of: .plPESEL, in: text, minimumConfidence: 1) == ["44051401359"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "44051401359") {
      #expect(values(of: .plPESEL, in: text, key: "pesel") == ["44051401359"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "44051401359") + texts(numberedWith: "44051401359") {
      #expect(values(of: .plPESEL, in: text, key: "pesel").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .plPESEL) {
      #expect(values(of: .plPESEL, in: "pesel: \(text)", key: "pesel").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "pesel 44051401359 44051401359")
  }
}
