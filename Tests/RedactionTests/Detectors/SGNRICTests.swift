import Testing

@testable import Redaction

@Suite struct SGNRICTests {
  private let published = ["S1234567D", "T1234567J", "F1234567N", "G1234567X", "M1234567K"]

  @Test func everySeriesHasItsTable() {
    for value in published {
      for text in texts(around: value) {
        #expect(values(of: .sgNRIC, in: text, minimumConfidence: 3) == [value], "\(text)")
      }
    }
  }

  @Test func oneLetterOfAllFits() {
    for value in published {
      let fitting = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".filter {
        !values(of: .sgNRIC, in: "NRIC \(value.dropLast())\($0)").isEmpty
      }
      #expect(fitting == String(value.suffix(1)), "\(value)")
    }
  }

  @Test func lowerCaseIsLessCertain() {
    for value in ["s1234567d", "S1234567d", "s1234567D"] {
      #expect(values(of: .sgNRIC, in: value) == [value])
      #expect(values(of: .sgNRIC, in: value, minimumConfidence: 3).isEmpty)
    }
  }

  @Test func otherShapesAreNone() {
    let others = ["A1234567D", "S123456D", "S12345678D", "SS234567D", "S1234567", "S12345670"]
    for text in others + ["S1234567D1", "S1234-567D", "S 1234567 D"] + texts(gluedTo: "S1234567D") {
      #expect(values(of: .sgNRIC, in: "NRIC \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .sgNRIC) {
      #expect(values(of: .sgNRIC, in: "NRIC \(text)").isEmpty, "\(text)")
    }
  }
}
