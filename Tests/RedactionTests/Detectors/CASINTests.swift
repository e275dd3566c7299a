import Testing

@testable import Redaction

@Suite struct CASINTests {
  private let forms = ["123456782", "123 456 782", "123-456-782"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .caSIN, in: text).isEmpty, "\(text)")
        #expect(values(of: .caSIN, in: "SIN " + text) == [form], "\(text)")
      }
      for text in [
        "sin: \(form)", "my SINs are \(form)", "\(form) (assurance sociale)",
        "NAS \(form)",
      ] {
        #expect(values(of: .caSIN, in: text) == [form], "\(text)")
      }
      for key in ["sin", "socialInsuranceNumber", "client_sin"] {
        #expect(values(of: .caSIN, in: form, key: key) == [form], "\(key)")
      }
      for text in ["business \(form)", "using \(form) rows", "ISIN \(form)"] {
        #expect(values(of: .caSIN, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digit) in [("12345678", 2), ("94858479", 2), ("70000000", 3)] {
      let fitting = (0...9).filter { !values(of: .caSIN, in: "SIN \(number)\($0)").isEmpty }
      #expect(fitting == [digit], "\(number)")
    }
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "046454286", "046 454 286", "812345678", "111111111", "123456783", "123-456 782",
      "123 45 6782", "1234567820", "12345678", "123456782.5", "$123456782", "9-123-456-782",
      "123-456-782-1",
    ]
    for text in others + texts(gluedTo: "123456782") {
      #expect(values(of: .caSIN, in: "SIN \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .caSIN) {
      #expect(values(of: .caSIN, in: "SIN \(text)").isEmpty, "\(text)")
      #expect(values(of: .caSIN, in: "\(text) 123456782").isEmpty, "\(text)")
    }
  }
}
