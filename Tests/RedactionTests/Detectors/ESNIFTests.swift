import Testing

@testable import Redaction

@Suite struct ESNIFTests {
  @Test func theLetterIsTheNumberModulo23() {
    let numbers = [
      "12345678Z",
      "12345678-Z",
      "12345678z",
      "87654321X",
      "55555555K",
      "00000000T",
      "12.345.678-Z",
      "12.345.678Z",
    ]
    for number in numbers {
      #expect(values(of: .esNIF, in: number) == [number], "\(number)")
    }
  }

  @Test func otherLettersLengthsAndSignsAreNone() {
    let texts = [
      "12345678A",
      "12345678 Z",
      "12345678--Z",
      "12345678_Z",
      "1.2345.678-Z",
      "12-345-678-Z",
      "12.345.678",
      "123456789Z",
      "B58378431",
      "12345678",
      "12.345.678-A",
    ]
    for text in texts {
      #expect(values(of: .esNIF, in: text).isEmpty, "\(text)")
    }
  }

  @Test func sevenDigitsCountInContextOnly() {
    #expect(values(of: .esNIF, in: "DNI 1111111G") == ["1111111G"])
    #expect(values(of: .esNIF, in: "1111111-G", key: "nif") == ["1111111-G"])
    #expect(values(of: .esNIF, in: "1111111G").isEmpty)
    #expect(values(of: .esNIF, in: "manifest 1111111G midnight").isEmpty)
    #expect(values(of: .esNIF, in: "1111111G", minimumConfidence: 1) == ["1111111G"])
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "12345678Z") {
      #expect(values(of: .esNIF, in: text) == ["12345678Z"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "12345678Z") + texts(numberedWith: "12345678Z") {
      #expect(values(of: .esNIF, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .esNIF) {
      #expect(values(of: .esNIF, in: "dni: \(text)", key: "dni").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "dni 12.345.678-Z 12.345.678-Z")
  }
}
