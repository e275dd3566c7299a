import Bytes
import DecisionEvent
import EventJSON
import TestSupport
import Testing

@testable import Stages

@Suite struct StatisticsTests {
  private func statistics(_ observation: Observation = Observation()) -> Statistics {
    var counts = Counts()
    counts.read = 10
    counts.written = 6
    counts.dropped = 3
    counts.malformed = 1
    return Statistics(
      counts: counts, bytesRead: 1_000, bytesWritten: 600, observation: observation)
  }

  @Test func textNamesEveryNumberOnOneLine() {
    let line = statistics().line(.text, tool: "kt-filter")
    #expect(line.hasPrefix("kt-filter: ") && !line.contains("\n"))
    for part in ["read 10", "written 6", "dropped 3", "malformed 1", "1000", "600"] {
      #expect(line.contains(part))
    }
  }

  @Test func whatAStageFoundIsToldByName() {
    var observation = Observation()
    observation.findings = [.init(name: "EMAIL", count: 2), .init(name: "drop \"x\"", count: 1)]
    let text = statistics(observation).line(.text, tool: "kt-redact")
    #expect(text.hasSuffix(", EMAIL 2, drop \"x\" 1"))
    let json = statistics(observation).line(.json, tool: "kt-redact")
    #expect(json.hasSuffix(#","found":{"EMAIL":2,"drop \"x\"":1}}"#))
  }

  @Test func jsonIsOneObjectWithEveryNumber() throws {
    var observation = Observation()
    observation.note(Timestamp("2026-01-02T00:00:00Z"))
    observation.note(Timestamp("2026-01-01T00:00:00.5Z"))
    observation.note(nil)
    observation.unknownOutcomes = 2
    let line = Array(statistics(observation).line(.json, tool: "kt \"x\"").utf8)
    var builder = LookupBuilder()
    let names = [
      "tool", "read", "written", "dropped", "malformed", "unknown_verdicts", "first_timestamp",
      "last_timestamp",
    ]
    let slots = try names.map { builder.slot(for: try FieldPath($0)) }
    let lookup = builder.finish()
    var table = lookup.makeTable()
    try lookup.scan(line.span, into: &table)
    let texts = slots.map { slot in
      String(decoding: line[table[slot].start..<table[slot].end], as: UTF8.self)
    }
    #expect(
      texts == [
        #"kt \"x\""#, "10", "6", "3", "1", "2", "2026-01-01T00:00:00.5Z", "2026-01-02T00:00:00Z",
      ])
  }

  @Test func withoutTimesThereIsNoFirstAndNoLast() {
    let line = statistics().line(.json, tool: "kt")
    #expect(line.contains("\"first_timestamp\":null,\"last_timestamp\":null"))
  }

  @Test func eventsThatWereMadeAreToldWhereThereAreAny() {
    #expect(!statistics().line(.text, tool: "kt").contains("added"))
    #expect(!statistics().line(.json, tool: "kt").contains("added"))
    var counts = Counts()
    counts.read = 1
    counts.written = 3
    counts.added = 2
    let made = Statistics(
      counts: counts, bytesRead: 0, bytesWritten: 0, observation: Observation())
    #expect(made.line(.text, tool: "kt").contains("written 3, dropped 0, added 2, malformed 0"))
    #expect(made.line(.json, tool: "kt").contains(#""dropped":0,"added":2,"malformed":0"#))
    let tool = ToolIdentity(name: "kt", version: "1.0.0", options: "")
    let entry = collect { StageEntry(tool: tool, counts: counts).write(into: &$0) }
    #expect(
      String(decoding: entry, as: UTF8.self).contains(
        #""in":1,"out":3,"dropped":0,"added":2,"malformed":0"#))
    var sum = Counts()
    sum.add(counts)
    sum.add(counts)
    #expect(sum.added == 4)
  }

  @Test func countsOfFramesAddUp() {
    var sum = Counts()
    let one = statistics().counts
    sum.add(one)
    sum.add(one)
    #expect((sum.read, sum.written) == (20, 12))
    #expect((sum.dropped, sum.malformed) == (6, 2))
  }
}
