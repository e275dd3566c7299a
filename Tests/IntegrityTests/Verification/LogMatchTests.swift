import Bytes
import Commitments
import Digests
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct LogMatchTests {
  private func findings(
    _ export: SampleExport, _ lines: [[UInt8]], subset: Bool = false,
    evidence: Evidence? = nil
  ) throws -> [Finding] {
    var reader = EventLeafReader(salt: export.salt)
    var match = try LogMatch(
      evidence ?? export.evidence().evidence, isSubset: subset, looksUp: false)
    var findings: [Finding] = []
    for (number, line) in lines.enumerated() {
      let leaf = reader.read(line.span)
      let place = reader.place
      _ = try match.next(leaf, place, line: number + 1) { findings.append($0) }
    }
    try match.finish { findings.append($0) }
    return findings
  }

  @Test func eventsThatAreAsSealedGiveNothingToFind() throws {
    let export = try SampleExport()
    #expect(try findings(export, export.lines).isEmpty)
  }

  @Test func everyRemovalIsNamedByItsIndex() throws {
    let export = try SampleExport()
    for index in export.lines.indices {
      var lines = export.lines
      lines.remove(at: index)
      let found = try findings(export, lines)
      #expect(found == [Finding(.removed, index: index, afterLine: index)])
    }
  }

  @Test func everyInsertionAndCopyIsNamedByItsLine() throws {
    let export = try SampleExport()
    let stranger = Array(#"{"event_id":"x"}"#.utf8)
    for index in 0...export.lines.count {
      var lines = export.lines
      lines.insert(stranger, at: index)
      #expect(try findings(export, lines) == [Finding(.inserted, line: index + 1)])
    }
    for index in export.lines.indices {
      let lines = export.lines + [export.lines[index]]
      let found = try findings(export, lines)
      #expect(found == [Finding(.duplicate, line: lines.count, index: index)])
    }
  }

  @Test func everyEditIsNamedByItsLineAndIndex() throws {
    let export = try SampleExport()
    for index in export.lines.indices {
      var lines = export.lines
      lines[index] = Array(#"{"event_id":"e\#(index)","team":"sales","n":\#(index)}"#.utf8)
      #expect(try findings(export, lines) == [Finding(.edited, line: index + 1, index: index)])
      lines[index] = Array(#"{"event_id":1,"event_id":2}"#.utf8)
      let found = try findings(export, lines)
      #expect(
        found == [Finding(.refused, line: index + 1, index: index, reason: "duplicate-key")])
    }
  }

  @Test func subsetMayLeaveOutAndTurnRoundAndNothingElse() throws {
    let export = try SampleExport()
    let some = [export.lines[5], export.lines[2], export.lines[3]]
    let gaps = [0...1, 4...4, 6...7].map { Finding(.gap, gap: $0) }
    #expect(try findings(export, some, subset: true) == gaps)
    let stranger = Array(#"{"event_id":"x"}"#.utf8)
    let found = try findings(export, some + [stranger, some[0]], subset: true)
    #expect(
      found == [Finding(.notInLog, line: 4), Finding(.duplicate, line: 5, index: 5)] + gaps)
  }

  @Test func withoutLeavesAllEventsAndTheSealGiveTheRoot() throws {
    let export = try SampleExport()
    try export.remove(.leaves)
    let evidence = try export.evidence().evidence
    #expect(try findings(export, export.lines, evidence: evidence).isEmpty)
    let found = try findings(export, export.lines.dropLast(), evidence: evidence)
    #expect(found.map(\.code) == [.noLeaves])
  }

  @Test func gapsOfIndexesAreRangesInsideTheWhole() {
    var ranges = IndexRanges()
    for index in [5, 3, 4, 9, 7, 8] { #expect(insert(index, &ranges)) }
    #expect(!insert(4, &ranges) && !insert(9, &ranges))
    #expect(ranges.bounds == 3...9)
    #expect(ranges.gaps(in: 0...10) == [0...2, 6...6, 10...10])
    #expect(ranges.gaps(in: 3...9) == [6...6])
    #expect(ranges.gaps(in: nil).isEmpty)
    #expect(IndexRanges().gaps(in: 1...2) == [1...2])
  }

  private func insert(_ index: Int, _ ranges: inout IndexRanges) -> Bool { ranges.insert(index) }
}
