import Testing

@testable import Redaction

@Suite struct USSSNTests {
  @Test func withDashesItStandsForItself() {
    for text in texts(around: "899-99-9998") {
      #expect(values(of: .usSSN, in: text) == ["899-99-9998"], "\(text)")
    }
    #expect(values(of: .usSSN, in: "001-01-0001", minimumConfidence: 3) == ["001-01-0001"])
  }

  @Test func otherFormsNeedAWord() {
    let forms = ["899 99 9998", "899.99.9998", "899999998", "899-999998", "89999-9998"]
    for form in forms {
      #expect(values(of: .usSSN, in: form).isEmpty, "\(form)")
      for text in ["SSN: \(form)", "\(form) is my social security number", "ssn#\(form)"] {
        #expect(values(of: .usSSN, in: text) == [form], "\(text)")
        #expect(values(of: .usSSN, in: text, minimumConfidence: 3).isEmpty, "\(text)")
      }
      #expect(values(of: .usSSN, in: form, key: "socialSecurityNumber") == [form])
      #expect(values(of: .usSSN, in: "lesson \(form), a classnumber").isEmpty)
    }
  }

  @Test func numbersNeverGivenAreNone() {
    let never = [
      "000-12-3456", "666-12-3456", "900-12-3456", "999-99-9998", "899-00-9998", "899-99-0000",
      "078-05-1120", "219-09-9999", "123-45-6789", "111-11-1111",
    ]
    for value in never {
      #expect(values(of: .usSSN, in: "SSN \(value)").isEmpty, "\(value)")
      let digits = value.filter { $0 != "-" }
      #expect(values(of: .usSSN, in: "SSN \(digits)").isEmpty, "\(digits)")
    }
  }

  @Test func partsOfLongerNumbersAreNone() {
    let others = [
      "899-99-99981", "1899-99-9998", "1-899-99-9998", "899-99-9998-1", "0.899-99-9998",
      "$899-99-9998", "899-99 9998", "899-99.9998", "899--99-9998", "2024-01-15", "415-555-0132",
      "PO-899-99-9998", "899-99-9998-b",
    ]
    for text in others + texts(gluedTo: "899-99-9998") {
      #expect(values(of: .usSSN, in: text).isEmpty, "\(text)")
    }
  }

  @Test func behindALetterAndADashItNeedsAWord() {
    #expect(values(of: .usSSN, in: "ssn-899-99-9998") == ["899-99-9998"])
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .usSSN) {
      #expect(values(of: .usSSN, in: "SSN \(text)").isEmpty, "\(text)")
      #expect(values(of: .usSSN, in: "\(text) 899999998").isEmpty, "\(text)")
    }
  }
}
