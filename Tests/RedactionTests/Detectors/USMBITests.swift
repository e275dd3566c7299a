import Testing

@testable import Redaction

@Suite struct USMBITests {
  @Test func withDashesItStandsForItself() {
    for value in ["1EG4-TE5-MK73", "1eg4-te5-mk73", "9XX9-XX9-XX99", "1A00-A00-AA00"] {
      for text in texts(around: value) {
        #expect(values(of: .usMBI, in: text) == [value], "\(text)")
      }
    }
  }

  @Test func compactItNeedsAWord() {
    #expect(values(of: .usMBI, in: "1EG4TE5MK73").isEmpty)
    for text in ["MBI 1EG4TE5MK73", "Medicare: 1EG4TE5MK73.", "1EG4TE5MK73 (beneficiary)"] {
      #expect(values(of: .usMBI, in: text) == ["1EG4TE5MK73"], "\(text)")
    }
    #expect(values(of: .usMBI, in: "1eg4te5mk73", key: "medicareBeneficiaryId").count == 1)
    #expect(values(of: .usMBI, in: "mbit 1EG4TE5MK73").isEmpty)
  }

  @Test func everyPlaceHasItsClass() {
    let wrong = [
      "0EG4-TE5-MK73", "AEG4-TE5-MK73", "12G4-TE5-MK73", "1E-4-TE5-MK73", "1EGA-TE5-MK73",
      "1EG4-1E5-MK73", "1EG4-TEE-MK73", "1EG4-TE5-1K73", "1EG4-TE5-M173", "1EG4-TE5-MKA3",
      "1EG4-TE5-MK7A", "1EG4-TE5-MK7", "1EG4-TE5-MK733",
    ]
    for value in wrong { #expect(values(of: .usMBI, in: "MBI \(value)").isEmpty, "\(value)") }
    for letter in "SLOIBZslz" {
      #expect(values(of: .usMBI, in: "MBI 1\(letter)G4-TE5-MK73").isEmpty, "\(letter)")
      #expect(values(of: .usMBI, in: "MBI 1EG4\(letter)E5MK73").isEmpty, "\(letter)")
    }
  }

  @Test func partsOfLongerIdsAreNone() {
    let others = ["a-1EG4-TE5-MK73", "1EG4-TE5-MK73-0", "1EG4-TE5MK73", "1EG4TE5-MK73"]
    for text in others + texts(gluedTo: "1EG4-TE5-MK73") + texts(gluedTo: "1EG4TE5MK73") {
      #expect(values(of: .usMBI, in: "MBI: \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .usMBI) {
      #expect(values(of: .usMBI, in: "MBI \(text)").isEmpty, "\(text)")
      #expect(values(of: .usMBI, in: "\(text) 1EG4TE5MK73").isEmpty, "\(text)")
    }
  }
}
