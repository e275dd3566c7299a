import Testing

@testable import Redaction

@Suite struct AUABNTests {
  private let forms = ["51824753556", "51 824 753 556", "51-824-753-556"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .auABN, in: text).isEmpty, "\(text)")
        #expect(values(of: .auABN, in: "ABN " + text) == [form], "\(text)")
      }
      for text in ["abn: \(form)", "\(form) (Business Number)"] {
        #expect(values(of: .auABN, in: text) == [form], "\(text)")
      }
      for key in ["abn", "australianBusinessNumber", "supplier_abn"] {
        #expect(values(of: .auABN, in: form, key: key) == [form], "\(key)")
      }
      for text in ["abnormal \(form)", "show business \(form)"] {
        #expect(values(of: .auABN, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digit) in [("5182475355", 6), ("8391457167", 3)] {
      let fitting = (0...9).filter { !values(of: .auABN, in: "ABN \(number)\($0)").isEmpty }
      #expect(fitting == [digit], "\(number)")
    }
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "52824753556", "99999999999", "00000000000", "51 824 753 5564", "51 824-753 556",
      "518 247 535 56", "518247535560", "5182475355", "51824753556.1",
    ]
    for text in others + texts(gluedTo: "51824753556") {
      #expect(values(of: .auABN, in: "ABN \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .auABN) {
      #expect(values(of: .auABN, in: "ABN \(text)").isEmpty, "\(text)")
      #expect(values(of: .auABN, in: "\(text) 51824753556").isEmpty, "\(text)")
    }
  }
}
