import Testing

@testable import Redaction

@Suite struct ESNIETests {
  @Test func theFirstLetterCountsBeforeTheDigits() {
    let numbers = [
      "X1234567L",
      "Y1234567X",
      "Z1234567R",
      "x1234567-l",
      "Z7654321-H",
      "X-1234567-L",
      "y-1234567x",
    ]
    for number in numbers {
      #expect(values(of: .esNIE, in: number) == [number], "\(number)")
    }
  }

  @Test func otherLettersAndLengthsAreNone() {
    let texts = [
      "X1234567T",
      "Y1234567L",
      "W1234567L",
      "X12345678L",
      "X123456L",
      "X-1234567",
      "X1234567",
      "X--1234567-L",
      "X1234567--L",
      "X_1234567L",
      "AX-1234567-L",
      "1X-1234567-L",
    ]
    for text in texts {
      #expect(values(of: .esNIE, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "X1234567L") {
      #expect(values(of: .esNIE, in: text) == ["X1234567L"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordIsNone() {
    for text in texts(gluedTo: "X1234567L") {
      #expect(values(of: .esNIE, in: text).isEmpty, "\(text)")
    }
  }

  @Test func dashedItStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "X-1234567-L") {
      #expect(values(of: .esNIE, in: text) == ["X-1234567-L"], "\(text)")
    }
  }

  @Test func aDashedPartOfALongerWordIsNone() {
    for text in texts(gluedTo: "X-1234567-L") {
      #expect(values(of: .esNIE, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .esNIE) {
      #expect(values(of: .esNIE, in: "id: \(text)", key: "input").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "id X-1234567-L X-1234567-L")
  }
}
