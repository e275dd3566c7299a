import Testing

@testable import Redaction

@Suite struct CNResidentIDTests {
  @Test func theLastIsADigitOrX() {
    let numbers = [
      "11010519491231002X",
      "11010519491231002x",
      "110105199003074472",
    ]
    for number in numbers {
      #expect(values(of: .cnResidentID, in: number) == [number], "\(number)")
    }
  }

  @Test func wrongDatesAndChecksumsAreNone() {
    let texts = [
      "110105199003074473",
      "11010519491231002Y",
      "440301200102291234",
      "010105199003074479",
      "11010519900307447",
      "1101051990030744720",
      "110105 19900307 4472",
      "110105-19900307-4472",
    ]
    for text in texts {
      #expect(values(of: .cnResidentID, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "11010519491231002X") {
      #expect(values(of: .cnResidentID, in: text) == ["11010519491231002X"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "11010519491231002X") + texts(numberedWith: "11010519491231002X") {
      #expect(values(of: .cnResidentID, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .cnResidentID) {
      #expect(values(of: .cnResidentID, in: "id: \(text)", key: "input").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "id 11010519491231002X 11010519491231002X")
  }
}
