import Testing

@testable import Redaction

@Suite struct THTNINTests {
  @Test func itIsBareOrGrouped() {
    let numbers = [
      "1234567890121",
      "3100600445635",
      "1-2345-67890-12-1",
      "1 2345 67890 12 1",
    ]
    for number in numbers {
      #expect(values(of: .thTNIN, in: number, key: "tnin") == [number], "\(number)")
    }
  }

  @Test func wrongChecksumsAndGroupsAreNone() {
    let texts = [
      "1234567890122",
      "0123456789016",
      "12345678901210",
      "123456789012",
      "1-2345-67890-121",
      "1-2345-67890 12-1",
      "1.2345.67890.12.1",
    ]
    for text in texts {
      #expect(values(of: .thTNIN, in: text, key: "tnin").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "Thai ID 1234567890121",
      "thai_national_id=1234567890121",
      "เลขประจำตัวประชาชน 1234567890121",
      "บัตรประชาชน1234567890121",
    ]
    for text in texts {
      #expect(values(of: .thTNIN, in: text) == ["1234567890121"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "1234567890121",
      "xtnin 1234567890121",
      "tninx 1234567890121",
      "tnin and it goes on and on for more than a line of text 1234567890121",
    ]
    for text in texts {
      #expect(values(of: .thTNIN, in: text).isEmpty, "\(text)")
      #expect(values(of: .thTNIN, in: text, minimumConfidence: 1) == ["1234567890121"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "1-2345-67890-12-1") {
      #expect(values(of: .thTNIN, in: text, key: "tnin") == ["1-2345-67890-12-1"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "1-2345-67890-12-1") + texts(numberedWith: "1-2345-67890-12-1") {
      #expect(values(of: .thTNIN, in: text, key: "tnin").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .thTNIN) {
      #expect(values(of: .thTNIN, in: "tnin: \(text)", key: "tnin").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "tnin 1-2345-67890-12-1 1-2345-67890-12-1")
  }
}
