import Testing

@testable import Redaction

@Suite struct KRRRNTests {
  @Test func dashedItNeedsNeitherContextNorChecksum() {
    let numbers = [
      "960121-1234561",
      "960121-1234567",
      "050912-4123451",
    ]
    for number in numbers {
      #expect(values(of: .krRRN, in: number) == [number], "\(number)")
    }
  }

  @Test func aRightChecksumRaisesIt() {
    #expect(values(of: .krRRN, in: "960121-1234561", minimumConfidence: 3).count == 1)
    #expect(values(of: .krRRN, in: "960121-1234567", minimumConfidence: 3).isEmpty)
  }

  @Test func foreignersNumbersNeedContext() {
    #expect(values(of: .krRRN, in: "881219-5460539").isEmpty)
    #expect(values(of: .krRRN, in: "외국인등록번호881219-5460539") == ["881219-5460539"])
    #expect(
      values(of: .krRRN, in: "FRN 881219-5460539", minimumConfidence: 3) == ["881219-5460539"])
  }

  @Test func wrongDatesAndSignsAreNone() {
    let texts = [
      "961321-1234567",
      "960132-1234567",
      "960001-1234567",
      "960121-0234568",
      "960121-9234562",
      "010229-3234567",
      "960121+1234561",
      "960121 1234561",
      "960121--1234561",
      "960121-123456",
      "960121-12345610",
    ]
    for text in texts {
      #expect(values(of: .krRRN, in: text, key: "rrn").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "RRN: 9601211234561",
      "주민등록번호9601211234561입니다",
      "resident_registration_number 9601211234561",
    ]
    for text in texts {
      #expect(values(of: .krRRN, in: text) == ["9601211234561"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "9601211234561",
      "barrning 9601211234561",
      "rrn and it goes on and on for more than a line of text 9601211234561",
    ]
    for text in texts {
      #expect(values(of: .krRRN, in: text).isEmpty, "\(text)")
      #expect(values(of: .krRRN, in: text, minimumConfidence: 1) == ["9601211234561"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "960121-1234561") {
      #expect(values(of: .krRRN, in: text) == ["960121-1234561"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "960121-1234561") + texts(numberedWith: "960121-1234561") {
      #expect(values(of: .krRRN, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .krRRN) {
      #expect(values(of: .krRRN, in: "rrn: \(text)", key: "rrn").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "rrn 960121-1234561 960121-1234561")
  }
}
