import Testing

@testable import Redaction

@Suite struct ZAIDNumberTests {
  private let forms = ["8001015009087", "800101 5009 087", "800101-5009-08-7"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .zaIDNumber, in: text).isEmpty, "\(text)")
        #expect(values(of: .zaIDNumber, in: "SA ID " + text) == [form], "\(text)")
      }
      for text in [
        "South African ID: \(form)", "Permanent resident no. \(form)", "\(form) is my ID number",
        "identity no. \(form)",
      ] {
        #expect(values(of: .zaIDNumber, in: text) == [form], "\(text)")
      }
      for key in ["saIdNumber", "id_number", "nationalId", "south_african_id"] {
        #expect(values(of: .zaIDNumber, in: form, key: key) == [form], "\(key)")
      }
      for text in ["he said \(form)", "order \(form)", "paid number \(form)"] {
        #expect(values(of: .zaIDNumber, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digit) in [("800101500908", 7), ("000229432119", 1)] {
      let fitting = (0...9).filter { !values(of: .zaIDNumber, in: "SA ID \(number)\($0)").isEmpty }
      #expect(fitting == [digit], "\(number)")
    }
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "8001015009086", "9902294321191", "9913326789285", "8001325009087", "8001015009387",
      "800101 5009087", "800101 5009-087", "80010150090870", "800101500908", "8001015009087.5",
      "1-800101-5009-087", "1732320000123",
    ]
    for text in others + texts(gluedTo: "8001015009087") {
      #expect(values(of: .zaIDNumber, in: "SA ID \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .zaIDNumber) {
      #expect(values(of: .zaIDNumber, in: "SA ID \(text)").isEmpty, "\(text)")
      #expect(values(of: .zaIDNumber, in: "\(text) 8001015009087").isEmpty, "\(text)")
    }
  }
}
