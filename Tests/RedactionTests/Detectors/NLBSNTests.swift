import Testing

@testable import Redaction

@Suite struct NLBSNTests {
  @Test func itIsBareOrGrouped() {
    let numbers = [
      "111222333",
      "123456782",
      "1112.22.333",
      "111.222.333",
      "111 222 333",
    ]
    for number in numbers {
      #expect(values(of: .nlBSN, in: number, key: "bsn") == [number], "\(number)")
    }
  }

  @Test func wrongChecksumsAndGroupsAreNone() {
    let texts = [
      "111222334",
      "123456789",
      "000000000",
      "1112-22.333",
      "11122233",
      "1112223330",
      "11.12.22.333",
    ]
    for text in texts {
      #expect(values(of: .nlBSN, in: text, key: "bsn").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "BSN 111222333",
      "Burgerservicenummer: 111222333",
      "bsn_nummer=111222333",
      "111222333 is mijn BSN",
    ]
    for text in texts {
      #expect(values(of: .nlBSN, in: text) == ["111222333"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "111222333",
      "absnt 111222333",
      "bsnx 111222333",
      "BSN and it goes on and on for more than a line of text 111222333",
    ]
    for text in texts {
      #expect(values(of: .nlBSN, in: text).isEmpty, "\(text)")
      #expect(values(of: .nlBSN, in: text, minimumConfidence: 1) == ["111222333"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "111222333") {
      #expect(values(of: .nlBSN, in: text, key: "bsn") == ["111222333"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "111222333") + texts(numberedWith: "111222333") {
      #expect(values(of: .nlBSN, in: text, key: "bsn").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .nlBSN) {
      #expect(values(of: .nlBSN, in: "bsn: \(text)", key: "bsn").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "bsn 111222333 111222333")
  }
}
