import Testing

@testable import Redaction

@Suite struct ContentHashesTests {
  private func treated(_ line: String, _ rule: ContentHashRule) throws -> String {
    var request = request([.emailAddress])
    request.contentHashes = rule
    return try redacted(line, request)
  }

  private static let line = #"""
    {"input":"to a@b.example","output":"fine",\#
    "content_hashes":{"input":"sha256:00","output":"sha256:11"}}
    """#

  @Test func theHashOfAChangedTextIsWithheldAndTheOtherStays() throws {
    #expect(
      try treated(Self.line, .withhold) == #"""
        {"input":"to [EMAIL_ADDRESS]","output":"fine",\#
        "content_hashes":{"input":"[REDACTED]","output":"sha256:11"}}
        """#)
  }

  @Test func itGoesWithItsMemberWhereThatIsTheRule() throws {
    #expect(
      try treated(Self.line, .drop) == #"""
        {"input":"to [EMAIL_ADDRESS]","output":"fine",\#
        "content_hashes":{"output":"sha256:11"}}
        """#)
  }

  @Test func itBecomesThatOfTheNewTextInTheFormThatItHad() throws {
    // printf 'to [EMAIL_ADDRESS]' | sha256sum
    let digest = "9d5f40dbe5dd1fabbc776411e841053a4b4007021324a1f678da122502bae0e4"
    #expect(
      try treated(Self.line, .recompute) == #"""
        {"input":"to [EMAIL_ADDRESS]","output":"fine",\#
        "content_hashes":{"input":"sha256:\#(digest)","output":"sha256:11"}}
        """#)
    let bare = String(repeating: "0", count: 64)
    #expect(
      try treated(#"{"input":"to a@b.example","content_hashes":{"input":"\#(bare)"}}"#, .recompute)
        == #"{"input":"to [EMAIL_ADDRESS]","content_hashes":{"input":"\#(digest)"}}"#)
  }

  @Test func ofAnotherAlgorithmItIsWithheldInstead() throws {
    #expect(
      try treated(#"{"input":"to a@b.example","content_hashes":{"input":"md5:00"}}"#, .recompute)
        == #"{"input":"to [EMAIL_ADDRESS]","content_hashes":{"input":"[REDACTED]"}}"#)
  }

  @Test func membersOfContentHashesThatNoDictionaryKnowsAreOfTheirNamesakes() throws {
    var request = request([.emailAddress])
    request.fields = [try field(".memo")]
    #expect(
      try redacted(
        #"{"memo":"to a@b.example","content_hashes":{"memo":"00","other":"11"}}"#, request)
        == #"{"memo":"to [EMAIL_ADDRESS]","content_hashes":{"memo":"[REDACTED]","other":"11"}}"#)
  }

  @Test func moreHashesThanAnEventUsuallyHasAreTreatedAlike() throws {
    let others = (0..<12).map { #""m\#($0)":"\#($0)""# }.joined(separator: ",")
    #expect(
      try treated(
        #"{"input":"to a@b.example","content_hashes":{\#(others),"input":"00"}}"#, .withhold)
        == #"{"input":"to [EMAIL_ADDRESS]","content_hashes":{\#(others),"input":"[REDACTED]"}}"#)
  }

  @Test func nothingIsTreatedWhereNothingChanged() throws {
    let line = #"{"input":"fine","content_hashes":{"input":"sha256:00"}}"#
    #expect(try treated(line, .drop) == line)
  }
}
