import Testing

@testable import Transcripts

@Suite struct TranscriptCoverTests {
  private func facts(_ page: String) -> [String: String] {
    var facts: [String: String] = [:]
    for match in page.matches(of: /<dt>([^<]*)<\/dt><dd><bdi>([^<]*)<\/bdi><\/dd><\/div>\n/) {
      facts[String(match.1)] = String(match.2)
    }
    return facts
  }

  @Test func countsSumsAndTimesAreTold() throws {
    var request = TranscriptRequest()
    (request.exportID, request.createdAt, request.tool) = ("q1", "2026-04-01", "kt-format 1")
    let found = facts(
      try page(
        of: [
          #"{"timestamp":"2026-03-02T00:00:00Z","cost":0.10,"input_tokens":1}"#,
          #"{"timestamp":"2026-03-01T00:00:00Z","cost":0.2,"output_tokens":"x"}"#,
        ], request))
    #expect(
      found == [
        "Export": "q1", "Events": "2", "Conversations": "2", "Made": "2026-04-01",
        "First event": "2026-03-01T00:00:00Z", "Last event": "2026-03-02T00:00:00Z", "Cost": "0.3",
        "Tokens in": "1", "Not summed": "1 values that are no numbers, or too long",
        "Complete": "not known: the events came without a frame", "Made by": "kt-format 1",
        "SHA-256 of the events":
          "7d9f8e29dbe7c6dcdaf23b6e5360a61368f459b009bd844d9275456ca832da89",
      ])
  }

  @Test func aFrameThatEndedSaysThatNothingIsMissing() throws {
    let found = facts(try page(of: ["{}"], isFramed: true))
    #expect(found["Complete"]?.hasPrefix("yes:") == true)
  }

  @Test func conversationsInPartsAreSaid() throws {
    var request = TranscriptRequest()
    request.window = 1
    let page = try page(
      of: ["a", "b", "a"].map { #"{"conversation_id":"\#($0)"}"# }, request)
    #expect(facts(page)["Conversations and parts"] == "3")
    #expect(page.contains("more than 1 event apart") && page.contains("</bdi>, part 2"))
  }

  @Test func theDigestIsThatOfTheLinesOfAFile() throws {
    // printf '{}\n{}\n' | sha256sum
    let digest = "3b00ba5361676a0a8152642a6edaf54a222bd409b5774b5b461ac8d1cee09cb4"
    #expect(facts(try page(of: ["{}", "{}"]))["SHA-256 of the events"] == digest)
  }
}
