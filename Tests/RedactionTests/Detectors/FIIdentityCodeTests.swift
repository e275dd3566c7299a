import Testing

@testable import Redaction

@Suite struct FIIdentityCodeTests {
  @Test func everySignIsACentury() {
    let numbers = [
      "131052-308T",
      "131052-308t",
      "010100A002H",
      "290200a1239",
      "311299Y8997",
      "150895U456B",
      "240203F789A",
      "311280+1239",
      "010190-901R",
    ]
    for number in numbers {
      #expect(values(of: .fiIdentityCode, in: number) == [number], "\(number)")
    }
  }

  @Test func wrongDatesSignsAndControlsAreNone() {
    let texts = [
      "131052-308S",
      "290201A123J",
      "310289-211C",
      "111111-111A",
      "150895G456B",
      "150895T456B",
      "010190-001P",
      "131052/308T",
      "131052:308T",
      "131052.308T",
      "131052 308T",
      "131052308T",
      "131052--308T",
    ]
    for text in texts {
      #expect(values(of: .fiIdentityCode, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "131052-308T") {
      #expect(values(of: .fiIdentityCode, in: text) == ["131052-308T"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "131052-308T") + texts(numberedWith: "131052-308T") {
      #expect(values(of: .fiIdentityCode, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .fiIdentityCode) {
      #expect(values(of: .fiIdentityCode, in: "id: \(text)", key: "input").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "id 131052A308T 131052A308T")
  }
}
