import Testing

@testable import Redaction

@Suite struct FRNIRTests {
  @Test func itIsBareOrInGroupsOrApartFromItsKey() {
    let numbers = [
      "185057800608491",
      "1 85 05 78 006 084 91",
      "1-85-05-78-006-084-91",
      "1850578006084 91", "1 85 05 78 006 08491",
      "785057800608482",
      "255207512345684",
      "185129999900196",
    ]
    for number in numbers {
      #expect(values(of: .frNIR, in: number) == [number], "\(number)")
    }
  }

  @Test func corsicaHasALetterAmongTheDigits() {
    let numbers = [
      "299052A01234522",
      "285052A00400131",
      "185052B00112376",
      "285052a00400131",
      "2 85 05 2A 004 001 31",
      "185052B001123 76",
    ]
    for number in numbers {
      #expect(values(of: .frNIR, in: number) == [number], "\(number)")
    }
  }

  @Test func wrongKeysAndPartsAreNone() {
    let texts = [
      "185057800608492",
      "585057800608485",
      "385137800608422",
      "185009600100248",
      "185059600100231",
      "185050000608463",
      "285052A00400130",
      "185052C00112376",
      "285032A00400131",
      "1850578006084",
      "1 85 05 78-006 084 91",
      "1 85 0578 006 084 91",
    ]
    for text in texts {
      #expect(values(of: .frNIR, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "185057800608491") {
      #expect(values(of: .frNIR, in: text) == ["185057800608491"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "185057800608491") + texts(numberedWith: "185057800608491") {
      #expect(values(of: .frNIR, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .frNIR) {
      #expect(values(of: .frNIR, in: "id: \(text)", key: "input").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "id 1 85 05 2A 006 084 91 1 85 05 2A 006 084 91")
  }
}
