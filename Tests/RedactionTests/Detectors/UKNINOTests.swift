import Testing

@testable import Redaction

@Suite struct UKNINOTests {
  @Test func compactInTwoAndInFiveGroupsItStandsForItself() {
    for value in [
      "AB123456C", "AB 123456C", "AB 123456 C", "AB 12 34 56 C", "ab123456c", "ab 12 34 56 c",
    ] {
      for text in texts(around: value) {
        #expect(values(of: .ukNINO, in: text, minimumConfidence: 3) == [value], "\(text)")
      }
    }
  }

  @Test func otherGroupingNeedsAWord() {
    let forms = [
      "ab 123456 c", "AB123456 C", "AB12 34 56 C", "AB-12-34-56-C", "AB-123456-C", "ab 123456c",
    ]
    for form in forms {
      #expect(values(of: .ukNINO, in: form).isEmpty, "\(form)")
      #expect(values(of: .ukNINO, in: "NI number: \(form)") == [form], "\(form)")
      #expect(values(of: .ukNINO, in: form, key: "nationalInsuranceNo") == [form], "\(form)")
    }
  }

  @Test func wordsAndAmountsAreNone() {
    for text in ["at 100000 a month", "we 123456 b", "AT 100000 a", "pages 12 34 56 c"] {
      #expect(values(of: .ukNINO, in: text).isEmpty, "\(text)")
    }
  }

  @Test func prefixesNeverGivenAreNone() {
    let never = [
      "DA", "FA", "IA", "QQ", "UA", "VA", "AD", "AF", "AI", "AQ", "AU", "AV", "AO", "BG", "GB",
      "KN", "NK", "NT", "TN", "ZZ",
    ]
    for prefix in never {
      #expect(values(of: .ukNINO, in: "NINO \(prefix)123456C").isEmpty, "\(prefix)")
      #expect(values(of: .ukNINO, in: "NINO \(prefix) 12 34 56 C").isEmpty, "\(prefix)")
    }
    for prefix in ["OA", "GA", "KB", "NA", "TA", "ZA", "AZ"] {
      #expect(values(of: .ukNINO, in: "\(prefix)123456C").count == 1, "\(prefix)")
    }
  }

  @Test func theSuffixIsOneOfFour() {
    for suffix in ["A", "B", "C", "D"] {
      #expect(values(of: .ukNINO, in: "AB123456\(suffix)").count == 1)
    }
    for suffix in ["E", "H", "Z", "", "1", "CC"] {
      #expect(values(of: .ukNINO, in: "NINO AB123456\(suffix)").isEmpty, "\(suffix)")
    }
  }

  @Test func partsOfLongerIdsAreNone() {
    let others = ["AB1234567C", "AB12345C", "ABC123456C", "AB 12 34 56 Cx", "xAB 12 34 56 C"]
    for text in others + texts(gluedTo: "AB123456C") + ["AB 12-34 56 C", "AB  12 34 56 C"] {
      #expect(values(of: .ukNINO, in: "nino: \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .ukNINO) {
      #expect(values(of: .ukNINO, in: "NINO \(text)").isEmpty, "\(text)")
      #expect(values(of: .ukNINO, in: "\(text) AB123456 C").isEmpty, "\(text)")
    }
  }
}
