import Testing

@testable import Transcripts

@Suite struct TranscriptTests {
  private func event(_ id: String, _ conversation: String, minute: Int) -> String {
    "{\"id\":\"\(id)\",\"conversation_id\":\"\(conversation)\","
      + "\"timestamp\":\"2026-03-01T10:\(minute):00Z\"}"
  }

  @Test func conversationsAreToldInTheOrderOfTimeBehindCoverAndContents() throws {
    let found = try told([event("b", "2", minute: 20), event("a", "1", minute: 10)])
    #expect(
      found.filter { !$0.hasPrefix("heading") && !$0.hasPrefix("identity") } == [
        "document", "cover of 2", "contents",
        "- 1 1|a|2026-03-01T10:10:00Z|||part 1 turns 1 -",
        "- 2 2|b|2026-03-01T10:20:00Z|||part 1 turns 1 -", "end of contents",
        "1 1|a|2026-03-01T10:10:00Z|||part 1 turns 1 -", "turn 1 -",
        "decision: outcome=not recorded", "end of turn", "end",
        "2 2|b|2026-03-01T10:20:00Z|||part 1 turns 1 -", "turn 1 -",
        "decision: outcome=not recorded", "end of turn", "end", "end of document",
      ])
  }

  @Test func turnsOfAConversationAreNumbered() throws {
    let found = try told([
      event("b", "1", minute: 20), event("c", "1", minute: 30), event("a", "1", minute: 10),
    ])
    #expect(found.filter { $0.hasPrefix("turn") } == ["turn 1 -", "turn 2 -", "turn 3 -"])
    #expect(
      found.filter { $0.hasPrefix("identity") }.map { $0.split(separator: " ")[1] }
        == ["id=a", "id=b", "id=c"])
  }

  @Test func volumesTellEachConversationOnceAndAreNotCutWithinOne() throws {
    var request = TranscriptRequest()
    request.volumeEvents = 2
    let found = try told(
      [
        event("a", "1", minute: 10), event("b", "1", minute: 11), event("c", "1", minute: 12),
        event("d", "2", minute: 13), event("e", "3", minute: 14), event("f", "4", minute: 15),
      ], request)
    #expect(
      found.filter { $0.hasPrefix("volume") || $0.contains(": ") && $0.hasSuffix("events") }
        == [
          "volume 1 of 3", "volume 2 of 3", "volume 3 of 3", "1..<2: 3 events",
          "2..<4: 2 events", "4..<5: 1 events",
        ])
    #expect(found.filter { $0.hasPrefix("turn") }.count == 6)
    #expect(found.filter { $0.hasPrefix("cover") } == ["cover of 6"])
  }

  @Test func nothingIsADocument() throws {
    #expect(
      try told([]) == ["document", "cover of 0", "contents", "end of contents", "end of document"])
  }

  @Test func aProblemOfTheFormatEndsTheWriting() {
    #expect(throws: TranscriptProblem.self) {
      try transcript(of: ["{}"], writing: RecordingSink(problem: .format("no paper")))
    }
  }
}
