import Testing

@testable import Redaction

@Suite struct AUMedicareTests {
  private let forms = ["2123456701", "2123 45670 1", "2123-45670-1"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .auMedicare, in: text).isEmpty, "\(text)")
        #expect(values(of: .auMedicare, in: "Medicare " + text) == [form], "\(text)")
      }
      for text in ["medicare no: \(form)", "\(form) (Medicare card)"] {
        #expect(values(of: .auMedicare, in: text) == [form], "\(text)")
      }
      for key in ["medicare", "medicareNumber", "patient_medicare_no"] {
        #expect(values(of: .auMedicare, in: form, key: key) == [form], "\(key)")
      }
      for text in ["biomedicare \(form)", "medical \(form)"] {
        #expect(values(of: .auMedicare, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func theNinthDigitChecksAndTheTenthIsFree() {
    let fitting = (0...99).filter {
      !values(of: .auMedicare, in: "Medicare 21234567\($0 < 10 ? "0" : "")\($0)").isEmpty
    }
    #expect(fitting == Array(0...9))
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "1123456701", "7123456701", "2123456711", "2123 25870 1", "2123 45670-1", "21234 5670 1",
      "21234567010", "212345670", "2123456701.5",
    ]
    for text in others + texts(gluedTo: "2123456701") {
      #expect(values(of: .auMedicare, in: "Medicare \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .auMedicare) {
      #expect(values(of: .auMedicare, in: "Medicare \(text)").isEmpty, "\(text)")
      #expect(values(of: .auMedicare, in: "\(text) 2123456701").isEmpty, "\(text)")
    }
  }
}
