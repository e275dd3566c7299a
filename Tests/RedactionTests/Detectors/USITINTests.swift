import Testing

@testable import Redaction

@Suite struct USITINTests {
  @Test func withDashesItStandsForItself() {
    for text in texts(around: "999-88-0001") {
      #expect(values(of: .usITIN, in: text) == ["999-88-0001"], "\(text)")
    }
  }

  @Test func otherFormsNeedAWord() {
    for form in ["999 88 0001", "999880001", "999-880001", "99988-0001"] {
      #expect(values(of: .usITIN, in: form).isEmpty, "\(form)")
      for text in ["ITIN \(form)", "taxpayer id: \(form)", "\(form) is my TIN"] {
        #expect(values(of: .usITIN, in: text) == [form], "\(text)")
      }
      #expect(values(of: .usITIN, in: form, key: "taxpayerId") == [form])
      #expect(values(of: .usITIN, in: "in a setting \(form)").isEmpty)
    }
  }

  @Test func onlyGroupsThatAreGivenCount() {
    for group in ["50", "65", "70", "88", "90", "92", "94", "99"] {
      #expect(values(of: .usITIN, in: "900-\(group)-0001").count == 1, "\(group)")
    }
    for group in ["00", "49", "66", "69", "89", "93"] {
      #expect(values(of: .usITIN, in: "ITIN 900-\(group)-0001").isEmpty, "\(group)")
    }
    #expect(values(of: .usITIN, in: "ITIN 899-88-0001").isEmpty)
  }

  @Test func itIsNoSocialSecurityNumberToo() {
    #expect(found(in: "SSN or ITIN: 999-88-0001") == ["US_ITIN:999-88-0001"])
  }

  @Test func partsOfLongerNumbersAreNone() {
    let others = ["1-999-88-0001", "999-88-0001-2", "PO-999-88-0001", "999-88 0001"]
    for text in others + texts(gluedTo: "999-88-0001") {
      #expect(values(of: .usITIN, in: text).isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .usITIN) {
      #expect(values(of: .usITIN, in: "ITIN \(text)").isEmpty, "\(text)")
      #expect(values(of: .usITIN, in: "\(text) 999880001").isEmpty, "\(text)")
    }
  }
}
