import Testing

@testable import Redaction

/// Texts hold `#` where the candidate stands.
@Suite struct ContextWordsTests {
  private let words = ContextWords(["ssn", "social security", "sa id", "teléfono", "电话", "cc"])

  @Test func aWordCountsInAnyCaseBeforeAndBehind() {
    for text in ["ssn #", "SSN: #", "Ssn=#", "# is my ssn", "ssn\n#", "(ssn)#", "电话#", "电话：#"] {
      #expect(stand(text), "\(text)")
    }
  }

  @Test func aWordInsideOfAnotherOneDoesNot() {
    for text in ["assn #", "ssnx #", "ssn1 #", "1ssn #", "accept #", "account #", "ss n #", "#"] {
      #expect(!stand(text), "\(text)")
    }
  }

  @Test func spaceUnderscoreDashAndLineBreakAreAlike() {
    let texts = [
      "social security #", "social_security #", "Social-Security #", "social  security #",
      "SOCIAL_SECURITY_NUMBER=#", "social\nsecurity #", "user_ssn #", "my-ssn-is #",
    ]
    for text in texts { #expect(stand(text), "\(text)") }
    #expect(!stand("social   security #"))
    #expect(!stand("social/security #"))
  }

  @Test func partsMayStandTogether() {
    #expect(stand("socialSecurity #"))
    #expect(stand("mySocialSecurityNumber #"))
    #expect(stand("socialsecurity #"))
    #expect(stand("saId #"))
    #expect(!stand("he said #"))
  }

  @Test func aNewWordBeginsAtACapital() {
    for text in ["userSsn #", "userSSN #", "ssnValue #", "SSNValue #", "USERSsn #"] {
      #expect(stand(text), "\(text)")
    }
    #expect(!stand("USERSSN #"))
  }

  @Test func aPluralIsTheWord() {
    #expect(stand("ssns #"))
    #expect(stand("SSNs: #"))
    #expect(!stand("ssnsx #"))
    #expect(!stand("ssnss #"))
  }

  @Test func oneDigitMayNumberAWord() {
    for text in ["ssn1: #", "SSN2=#", "user_ssn3=#"] { #expect(stand(text), "\(text)") }
    for text in ["ssn12: #", "ssn1x: #", "ssns1: #", "ssn1 #"] { #expect(!stand(text), "\(text)") }
  }

  @Test func capitalsWithAccentsAreFolded() {
    #expect(stand("teléfono #"))
    #expect(stand("TELÉFONO #"))
    #expect(!stand("telÀfono #"))
  }

  @Test func reachIsFortyEightBytesBeforeAndTwentyFourBehind() {
    #expect(stand("ssn" + String(repeating: " ", count: 45) + "#"))
    #expect(!stand("ssn" + String(repeating: " ", count: 46) + "#"))
    #expect(stand("#" + String(repeating: " ", count: 21) + "ssn"))
    #expect(!stand("#" + String(repeating: " ", count: 22) + "ssn"))
  }

  @Test func theMembersNameCounts() {
    for key in ["ssn", "user_ssn", "SSN", "customerSocialSecurity", "US_SSN"] {
      #expect(stand("#", key: key), "\(key)")
    }
    #expect(!stand("#", key: "lesson"))
  }

  @Test func aNameOfAnyLengthCostsAsMuchAsAShortOne() {
    #expect(!stand("#", key: String(repeating: "x", count: 1_000) + " ssn"))
  }

  @Test func whatAReplacementLeavesIsNoContext() {
    let digits = String(repeating: "3f9a", count: 8)
    for text in ["[US_SSN] #", "US_SSN_a1_\(digits) #", "#: [US_SSN]", "VIN_a1_\(digits) #"] {
      #expect(!stand(text), "\(text)")
      #expect(!stand(text, ContextWords(["vin"])), "\(text)")
    }
  }

  @Test func aLabelThatIsAKindsNameIsContext() {
    for text in [
      "US_SSN: #", "US_SSN=#", "\"US_SSN\": \"#\"", "us_ssn #", "SSN #", "US_SSN_2 #", "US_SSN #",
      "**US_SSN**: #", "<US_SSN>#</US_SSN>", "(US_SSN) #", "US_SSN_a1_3f9a #", "[US_SSN #]",
    ] {
      #expect(stand(text), "\(text)")
    }
    let vin = ContextWords(["vin"])
    for text in ["VIN #", "[VIN] #", "(VIN) #", "# (VIN)", "**VIN**: #", "<VIN> #", "{VIN} #"] {
      #expect(stand(text, vin), "\(text)")
    }
  }

  @Test func bytesThatAreNoTextAreRead() {
    var bytes: [UInt8] = Array("ssn".utf8) + [0xFF, 0xC3, 0x80, 0x00]
    bytes += Array("#".utf8)
    let key: [UInt8] = [0xC3]
    let isFound = words.stand(near: 7, 8, in: bytes.span, key: key.span)
    #expect(isFound)
  }

  private func stand(_ text: String, key: String = "input", _ other: ContextWords? = nil) -> Bool {
    let bytes = Array(text.utf8)
    let name = Array(key.utf8)
    guard let place = bytes.lastIndex(of: UInt8(ascii: "#")) else { return false }
    return (other ?? words).stand(near: place, place + 1, in: bytes.span, key: name.span)
  }

  private func stand(_ text: String, _ other: ContextWords) -> Bool {
    stand(text, key: "input", other)
  }
}
