import Bytes
import DecisionEvent
import Digests
import TestSupport
import Testing

@testable import Integrity

@Suite struct PartRecordTests {
  private func digest(_ byte: UInt8) throws -> Digest256 {
    let bytes = [UInt8](repeating: byte, count: 32)
    let digest = Digest256(bytes.span)
    return try #require(digest)
  }

  private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

  private func tally(_ values: [String]) -> EventTally {
    var tally = EventTally(fields: ["team"])
    for value in values {
      let bytes = Array(value.utf8)
      let isAdded = tally.add(bytes.span, of: 0)
      #expect(isAdded)
    }
    return tally
  }

  @Test func recordIsReadAsItWasWritten() throws {
    var times = TimeRange(field: "timestamp", try time("2026-01-01T00:00:00.5Z"))
    times.note(try time("2026-01-02T00:00:00Z"))
    let record = PartRecord(
      count: 2, bytes: 100, sha256: try digest(7), saltID: "0011223344556677", time: times,
      tally: tally(["legal", "hr", "legal"]), isFramed: true)
    let text = record.text
    let line = String(decoding: text, as: UTF8.self)
    #expect(
      line == """
        {"bytes":100,"count":2,"framed":true,"kt":"part/1","salt_id":"0011223344556677",\
        "sha256":"\(String(repeating: "07", count: 32))","tally":{"team":{"hr":1,"legal":2}},\
        "time":{"field":"timestamp","max":"2026-01-02T00:00:00Z",\
        "min":"2026-01-01T00:00:00.5Z","sorted":true}}

        """)
    let found = PartRecord(text.span)
    let again = try #require(found)
    #expect(again.text == text)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"kt":"part/1","count":1}"#,
    #"{"kt":"part/1","count":-1,"bytes":0,"sha256":"00","salt_id":"x"}"#,
  ])
  func otherTextsAreNoRecord(text: String) {
    let bytes = Array(text.utf8)
    let found = PartRecord(bytes.span)
    #expect(found == nil)
  }

  @Test func talliesOfTheSameFieldsAddUpAndOthersDoNot() {
    var all = tally(["legal", "hr"])
    let isSame = all.add(tally(["hr", "new"]))
    let isOther = all.add(EventTally(fields: ["model"]))
    #expect(isSame && !isOther)
    #expect(
      ["legal", "hr", "new", "none"].map { all.count(of: $0, in: "team") } == [1, 2, 1, 0])
  }

  @Test func fieldOfTooManyValuesIsNotTallied() {
    var tally = EventTally(fields: ["id"])
    var accepted = 0
    for number in 0...EventTally.maximumValues {
      let bytes = Array("\(number)".utf8)
      if tally.add(bytes.span, of: 0) { accepted += 1 }
    }
    #expect(accepted == EventTally.maximumValues)
  }

  @Test func rangesInARowAreOneAndSortedOnlyWhereTheyFollowEachOther() throws {
    var first = TimeRange(field: "timestamp", try time("2026-01-01T00:00:00Z"))
    first.note(try time("2026-01-03T00:00:00Z"))
    let second = TimeRange(field: "timestamp", try time("2026-01-03T00:00:00Z"))
    let both = try #require(first.followed(by: second))
    #expect(both.isSorted && both.earliest == first.earliest && both.latest == second.latest)
    let turned = try #require(second.followed(by: first))
    #expect(!turned.isSorted && turned.earliest == first.earliest)
    #expect(first.followed(by: TimeRange(field: "created_at", second.latest)) == nil)
  }
}
