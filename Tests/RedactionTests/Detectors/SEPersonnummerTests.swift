import Testing

@testable import Redaction

@Suite struct SEPersonnummerTests {
  @Test func itHasSixOrEightDigitsOfDate() {
    let numbers = [
      "811218-9876",
      "811218+9876",
      "19811218-9876",
      "19811218+9876",
      "8112189876",
      "198112189876",
    ]
    for number in numbers {
      #expect(values(of: .sePersonnummer, in: number, key: "personnummer") == [number], "\(number)")
    }
  }

  @Test func theDayOfACoordinationNumberIsSixtyMore() {
    let numbers = [
      "811278-9873",
      "198112789873",
    ]
    for number in numbers {
      #expect(
        values(of: .sePersonnummer, in: number, key: "samordningsnummer") == [number], "\(number)")
    }
  }

  @Test func leapDaysCountWhereTheCenturyHasThem() {
    #expect(values(of: .sePersonnummer, in: "pnr 000229-1235") == ["000229-1235"])
    #expect(values(of: .sePersonnummer, in: "pnr 20000229-1235") == ["20000229-1235"])
    #expect(values(of: .sePersonnummer, in: "pnr 19000229-1235").isEmpty)
  }

  @Test func wrongDatesChecksumsAndSignsAreNone() {
    let texts = [
      "811218-9877",
      "811232-1230",
      "010229-1234",
      "17811218-9876",
      "811218 9876",
      "811218.9876",
      "811218--9876",
      "811218-987",
      "811218-98760",
      "81-1218-9876",
    ]
    for text in texts {
      #expect(values(of: .sePersonnummer, in: text, key: "pnr").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "Personnummer: 811218-9876",
      "811218-9876 är mitt pnr.",
      "personal_identity_number=811218-9876",
    ]
    for text in texts {
      #expect(values(of: .sePersonnummer, in: text) == ["811218-9876"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "811218-9876",
      "migration 811218-9876",
      "lessness 811218-9876",
      "pnr and it goes on and on for more than a line of text 811218-9876",
    ]
    for text in texts {
      #expect(values(of: .sePersonnummer, in: text).isEmpty, "\(text)")
      #expect(
        values(of: .sePersonnummer, in: text, minimumConfidence: 1) == ["811218-9876"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "811218-9876") {
      #expect(values(of: .sePersonnummer, in: text, key: "pnr") == ["811218-9876"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "811218-9876") + texts(numberedWith: "811218-9876") {
      #expect(values(of: .sePersonnummer, in: text, key: "pnr").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .sePersonnummer) {
      #expect(values(of: .sePersonnummer, in: "pnr: \(text)", key: "pnr").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "pnr 811218+9876 811218+9876")
  }
}
