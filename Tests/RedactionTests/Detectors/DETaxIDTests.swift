import Testing

@testable import Redaction

@Suite struct DETaxIDTests {
  @Test func oneDigitOccursTwiceOrThrice() {
    let numbers = [
      "86095742719",
      "36574261809",
      "12131456787",
      "36 574 261 809",
    ]
    for number in numbers {
      #expect(values(of: .deTaxID, in: number, key: "idnr") == [number], "\(number)")
    }
  }

  @Test func otherRepetitionsChecksumsAndGroupsAreNone() {
    let texts = [
      "12345678903",
      "11123456786",
      "11223456785",
      "12131415674",
      "01234567888",
      "86095742718",
      "860957427190",
      "86-095-742-719",
      "860 957 427 19",
      "36 574 261-809",
    ]
    for text in texts {
      #expect(values(of: .deTaxID, in: text, key: "idnr").isEmpty, "\(text)")
    }
  }

  @Test func aWordNearItMakesIt() {
    let texts = [
      "Steuer-ID: 86095742719",
      "Steuer-IdNr. 86095742719",
      "steuerIdNr=86095742719",
      "Meine Steueridentifikationsnummer lautet 86095742719.",
      "86095742719 (TIN)",
    ]
    for text in texts {
      #expect(values(of: .deTaxID, in: text) == ["86095742719"], "\(text)")
    }
  }

  @Test func withoutAWholeWordNearItItCountsAsLow() {
    let texts = [
      "86095742719",
      "testing 86095742719",
      "Austin 86095742719",
      "IdNr and it goes on and on for more than a line of text 86095742719",
    ]
    for text in texts {
      #expect(values(of: .deTaxID, in: text).isEmpty, "\(text)")
      #expect(values(of: .deTaxID, in: text, minimumConfidence: 1) == ["86095742719"], "\(text)")
    }
  }

  @Test func itStandsBesideQuotesCommasAndChineseText() {
    for text in texts(around: "86095742719") {
      #expect(values(of: .deTaxID, in: text, key: "idnr") == ["86095742719"], "\(text)")
    }
  }

  @Test func aPartOfALongerWordOrNumberIsNone() {
    for text in texts(gluedTo: "86095742719") + texts(numberedWith: "86095742719") {
      #expect(values(of: .deTaxID, in: text, key: "idnr").isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .deTaxID) {
      #expect(values(of: .deTaxID, in: "idnr: \(text)", key: "idnr").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "idnr 86095742719 86095742719")
  }
}
