import Testing

@testable import Redaction

@Suite struct UKNHSTests {
  private let forms = ["9990000018", "999 000 0018", "999-000-0018"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .ukNHS, in: text).isEmpty, "\(text)")
        #expect(values(of: .ukNHS, in: "NHS " + text) == [form], "\(text)")
      }
      for text in ["nhs no: \(form)", "\(form) (NHS number)", "National Health Service \(form)"] {
        #expect(values(of: .ukNHS, in: text) == [form], "\(text)")
      }
      #expect(values(of: .ukNHS, in: form, key: "nhs_number") == [form])
      #expect(values(of: .ukNHS, in: form, key: "nhsNumber") == [form])
      #expect(values(of: .ukNHS, in: "xnhsx \(form)").isEmpty)
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digits) in [("999000001", [8]), ("003269867", [4]), ("150000000", [0])] {
      #expect(fitting(number) == digits, "\(number)")
    }
  }

  @Test func aNumberWhoseCheckWouldBeTenIsNeverGiven() {
    #expect(fitting("240000000").isEmpty)
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "0000000000", "1111111111", "999 0000018", "999-000 0018", "9990000019", "999000001",
    ]
    for text in others + ["99900000181", "0.9990000018", "9990000018.5"]
      + texts(gluedTo: "9990000018")
    {
      #expect(values(of: .ukNHS, in: "NHS \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .ukNHS) {
      #expect(values(of: .ukNHS, in: "NHS \(text)").isEmpty, "\(text)")
      #expect(values(of: .ukNHS, in: "\(text) 9990000018").isEmpty, "\(text)")
    }
  }

  private func fitting(_ number: String) -> [Int] {
    (0...9).filter { !values(of: .ukNHS, in: "NHS \(number)\($0)").isEmpty }
  }
}
