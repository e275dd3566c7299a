import Testing

@testable import Redaction

@Suite struct AUTFNTests {
  private let forms = ["123456782", "123 456 782", "123-456-782"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .auTFN, in: text).isEmpty, "\(text)")
        #expect(values(of: .auTFN, in: "TFN " + text) == [form], "\(text)")
      }
      for text in ["tfn: \(form)", "\(form) is my tax file number", "Tax File No. \(form)"] {
        #expect(values(of: .auTFN, in: text) == [form], "\(text)")
      }
      for key in ["tfn", "taxFileNumber", "employee_tfn"] {
        #expect(values(of: .auTFN, in: form, key: key) == [form], "\(key)")
      }
      for text in ["xtfn \(form)", "taxi file \(form)", "duplicate \(form)"] {
        #expect(values(of: .auTFN, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digit) in [("12345678", 2), ("87654321", 0)] {
      let fitting = (0...9).filter { !values(of: .auTFN, in: "TFN \(number)\($0)").isEmpty }
      #expect(fitting == [digit], "\(number)")
    }
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "000000000", "824753557", "123-456 782", "12 345 6782", "1234567820", "12345678",
      "0.123456782", "1-123-456-782", "123456782-A",
    ]
    for text in others + texts(gluedTo: "123456782") {
      #expect(values(of: .auTFN, in: "TFN \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .auTFN) {
      #expect(values(of: .auTFN, in: "TFN \(text)").isEmpty, "\(text)")
      #expect(values(of: .auTFN, in: "\(text) 123456782").isEmpty, "\(text)")
    }
  }
}
