import Testing

@testable import Redaction

@Suite struct INAadhaarTests {
  private let forms = ["234123412346", "2341 2341 2346", "2341-2341-2346"]

  @Test func aWordMustSayWhatItIs() {
    for form in forms {
      for text in texts(around: form) {
        #expect(values(of: .inAadhaar, in: text).isEmpty, "\(text)")
        #expect(values(of: .inAadhaar, in: "Aadhaar " + text) == [form], "\(text)")
      }
      for text in [
        "aadhaar no: \(form)", "\(form) is my Aadhar", "UIDAI \(form)", "आधार \(form)",
        "मेरा आधार: \(form)",
      ] {
        #expect(values(of: .inAadhaar, in: text) == [form], "\(text)")
      }
      for key in ["aadhaar", "aadhaarNumber", "uidai_no"] {
        #expect(values(of: .inAadhaar, in: form, key: key) == [form], "\(key)")
      }
      for text in ["uid=\(form)", "order \(form)", "aadhaars1 \(form)"] {
        #expect(values(of: .inAadhaar, in: text).isEmpty, "\(text)")
      }
    }
  }

  @Test func oneCheckDigitOfTenFits() {
    for (number, digit) in [
      ("23412341234", 6), ("31234567890", 9), ("39987654321", 1), ("40012345678", 7),
    ] {
      let fitting = (0...9).filter { !values(of: .inAadhaar, in: "Aadhaar \(number)\($0)").isEmpty }
      #expect(fitting == [digit], "\(number)")
    }
  }

  @Test func theChecksumSeesEveryWrongDigitAndEverySwap() {
    let digits = Array("398765432109".utf8)
    #expect(isFound(digits))
    for place in digits.indices {
      for digit in UInt8(ascii: "2")...UInt8(ascii: "9") where digit != digits[place] {
        var other = digits
        other[place] = digit
        #expect(!isFound(other))
      }
      guard place > 0, digits[place] != digits[place - 1] else { continue }
      var other = digits
      other.swapAt(place, place - 1)
      #expect(!isFound(other))
    }
  }

  @Test func inGroupsWithoutAWordItIsAGuess() {
    #expect(values(of: .inAadhaar, in: "2341 2341 2346", minimumConfidence: 1).count == 1)
    #expect(values(of: .inAadhaar, in: "234123412346", minimumConfidence: 1).isEmpty)
  }

  private func isFound(_ digits: [UInt8]) -> Bool {
    !values(of: .inAadhaar, in: "Aadhaar " + String(decoding: digits, as: UTF8.self)).isEmpty
  }

  @Test func otherNumbersAreNone() {
    let others = [
      "123412341234", "222222222222", "2341 23412346", "2341-2341 2346", "234 123 412 346",
      "2341234123461", "23412341234", "0.234123412346", "1-2341-2341-2346",
    ]
    for text in others + texts(gluedTo: "234123412346") {
      #expect(values(of: .inAadhaar, in: "Aadhaar \(text)").isEmpty, "\(text)")
    }
  }

  @Test func whatReplacesOneIsNone() {
    for text in replacements(of: .inAadhaar) {
      #expect(values(of: .inAadhaar, in: "Aadhaar \(text)").isEmpty, "\(text)")
      #expect(values(of: .inAadhaar, in: "\(text) 234123412346").isEmpty, "\(text)")
    }
  }
}
