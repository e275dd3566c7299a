import Integrity
import Testing

@Suite struct ConclusionTests {
  /// That of the example in spec/integrity.md, section 4.
  private var example: Conclusion {
    var conclusion = Conclusion()
    conclusion.events = 45
    conclusion.indexes = 61...105
    conclusion.log = Conclusion.Log(
      origin: "audit.example/org/acme", size: 107, signers: ["audit.example/org/acme+9e1d324e"])
    conclusion.comparedWithLog = true
    for _ in 0..<81 { conclusion.contentHashes.count(.ok) }
    for _ in 0..<9 { conclusion.contentHashes.count(.withheld) }
    conclusion.maskedEvents = 45
    return conclusion
  }

  @Test func theExampleOfTheSpecificationReadsAsThere() {
    #expect(
      example.sentence
        == "verified: 45 events (index 61-105) of audit.example/org/acme, size 107, "
        + "signed by …+9e1d324e; 81 content hashes match, 9 withheld; 45 events show masked parts")
    #expect(example.answer == .verified)
  }

  @Test func oneIsSaidAsOne() {
    var conclusion = example
    conclusion.events = 1
    conclusion.indexes = 61...61
    conclusion.maskedEvents = 1
    conclusion.contentHashes = ContentHashTally()
    conclusion.contentHashes.count(.ok)
    #expect(
      conclusion.sentence
        == "verified: 1 event (index 61) of audit.example/org/acme, size 107, "
        + "signed by …+9e1d324e; 1 content hash matches; 1 event shows masked parts")
  }

  @Test func otherSignersAreNamedInFullAndEscaped() {
    var conclusion = example
    conclusion.log = Conclusion.Log(
      origin: "a\u{1B}", size: 2, signers: ["a\u{1B}+00", "a\u{1B}b+01", "witness\u{202E}+02"])
    #expect(
      conclusion.sentence.hasPrefix(
        #"verified: 45 events (index 61-105) of a\u{1b}, size 2, "#
          + #"signed by …+00 and a\u{1b}b+01 and witness\u{202e}+02;"#))
  }

  @Test func withoutALogItSaysThatContentHashesAloneWereCompared() {
    var conclusion = Conclusion()
    conclusion.events = 3
    #expect(conclusion.answer == .cannotTell)
    #expect(
      conclusion.sentence
        == "cannot tell: no text could be compared with a content hash; 3 events, content hashes only"
    )
    conclusion.contentHashes.count(.noText)
    conclusion.contentHashes.count(.unsupported)
    conclusion.contentHashes.count(.noHash)
    #expect(
      conclusion.sentence.hasSuffix(
        "; 1 content hash without its text, 1 missing, 1 of an unknown algorithm"))
    conclusion.contentHashes.count(.ok)
    #expect(conclusion.answer == .verified)
    #expect(
      conclusion.sentence.hasPrefix("verified: 3 events, content hashes only; 1 content hash "))
  }

  @Test func whatChangedIsCounted() {
    var conclusion = example
    conclusion.findings.count(.edited)
    conclusion.findings.count(.removed, 2)
    conclusion.findings.count(.contentMismatch)
    conclusion.findings.count(.rootMismatch)
    #expect(conclusion.answer == .evidenceOfChange)
    #expect(
      conclusion.sentence
        == "evidence of change: 1 event edited, 2 events removed, "
        + "1 content hash differs from its text, the leaves do not give the signed root; "
        + "45 events (index 61-105) of audit.example/org/acme, size 107, signed by …+9e1d324e; "
        + "81 content hashes match, 9 withheld; 45 events show masked parts")
    conclusion.findings.count(.noSalt)
    #expect(
      conclusion.sentence.contains("; also there is no salt for events without receipts; 45 events")
    )
  }

  @Test func aDoubtIsNeverSaidToBeAChange() {
    for code in FindingCode.allCases where code.meaning == .cannotTell {
      var conclusion = example
      conclusion.findings.count(code)
      #expect(conclusion.answer == .cannotTell)
      #expect(conclusion.sentence.hasPrefix("cannot tell: "))
      for word in ["change", "tamper", "edited", "verified"] {
        #expect(!conclusion.sentence.contains(word), "\(code)")
      }
    }
    var conclusion = example
    conclusion.comparedWithLog = false
    conclusion.contentHashes = ContentHashTally()
    #expect(conclusion.answer == .cannotTell)
    #expect(
      conclusion.sentence.hasPrefix("cannot tell: the events were not compared with the log; "))
  }

  @Test func everyCodeHasWordsForOneAndForSeveral() {
    for code in FindingCode.allCases {
      for number in [1, 2] {
        var conclusion = example
        conclusion.findings.count(code, number)
        let words = conclusion.sentence.split(separator: ";")[0].split(separator: ":")[1]
        #expect(words.count > 10)
        #expect(!words.contains(code.rawValue) || !code.rawValue.contains("-"))
        #expect(!words.hasPrefix(" 1 ") || number == 1)
      }
    }
  }
}
