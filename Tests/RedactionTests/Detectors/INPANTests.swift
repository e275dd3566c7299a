import Testing

@testable import Redaction

@Suite struct INPANTests {
  @Test func inUpperCaseItStandsForItself() {
    for text in texts(around: "ABCPE1234F") {
      #expect(values(of: .inPAN, in: text) == ["ABCPE1234F"], "\(text)")
    }
  }

  @Test func inLowerCaseItNeedsAWord() {
    for value in ["abcpe1234f", "Abcpe1234F"] {
      #expect(values(of: .inPAN, in: value).isEmpty, "\(value)")
      #expect(values(of: .inPAN, in: "PAN: \(value)") == [value], "\(value)")
      #expect(values(of: .inPAN, in: value, key: "panNumber") == [value], "\(value)")
      #expect(values(of: .inPAN, in: "company \(value)").isEmpty, "\(value)")
    }
  }

  @Test func theFourthLetterSaysWhoseItIs() {
    for holder in "ABCFGHJLPT" {
      #expect(values(of: .inPAN, in: "AAA\(holder)E1234F").count == 1, "\(holder)")
    }
    for holder in "DEIKMNOQRSUVWXYZ" {
      #expect(values(of: .inPAN, in: "PAN AAA\(holder)E1234F").isEmpty, "\(holder)")
    }
  }

  @Test func otherShapesAreNone() {
    let others = [
      "ABCPE0000F", "ABCPE12345", "ABCP11234F", "1BCPE1234F", "ABCPE123FF", "ABCPE1234", "ABCPE",
      "ABCPE 1234 F", "ABCPE-1234-F", "ABCPÉ1234F",
    ]
    for text in others + texts(gluedTo: "ABCPE1234F") {
      #expect(values(of: .inPAN, in: "PAN \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .inPAN) {
      #expect(values(of: .inPAN, in: "PAN \(text)").isEmpty, "\(text)")
      #expect(values(of: .inPAN, in: "\(text) abcpe1234f").isEmpty, "\(text)")
    }
  }
}
