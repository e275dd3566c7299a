import Testing

@testable import Redaction

@Suite struct TRNationalIDTests {
  @Test func twoDigitsCheckTheOthers() {
    let numbers = [
      "10000000146",
      "12345678950",
      "98765432150",
      "19090909018",
    ]
    for number in numbers {
      #expect(values(of: .trNationalID, in: number, key: "tckn") == [number], "\(number)")
    }
  }

  @Test func wrongChecksumsAndGroupsAreNone() {
    let texts = [
      "10000000147",
      "10000000156",
      "01234567840",
      "100000001460",
      "1000000014",
      "100 000 001 46",
      "100-000-001-46",
    ]
    for text in texts {
      #expect(values(of: .trNationalID, in: text, key: "tckn").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "TC Kimlik No: 10000000146",
      "TC KİMLİK NO:10000000146",
      "T.C. kimlik numarası 10000000146",
      "tckn=10000000146",
      "nüfus cüzdanı 10000000146",
    ]
    for text in texts {
      #expect(values(of: .trNationalID, in: text) == ["10000000146"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "10000000146",
      "kimlikx 10000000146",
      "international ideas 10000000146",
      "kimlik and it goes on and on for more than a line of text 10000000146",
    ]
    for text in texts {
      #expect(values(of: .trNationalID, in: text).isEmpty, "\(text)")
      #expect(
        values(of: .trNationalID, in: text, minimumConfidence: 1) == ["10000000146"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "10000000146") {
      #expect(values(of: .trNationalID, in: text, key: "tckn") == ["10000000146"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "10000000146") + texts(numberedWith: "10000000146") {
      #expect(values(of: .trNationalID, in: text, key: "tckn").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .trNationalID) {
      #expect(values(of: .trNationalID, in: "tckn: \(text)", key: "tckn").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "tckn 10000000146 10000000146")
  }
}
