import Digests
import Foundation
import Integrity
import TestSupport
import Testing

/// What became of a sequence of symbols; `!` is a line that can't be read.
private func diagnose(
  _ expected: [String], _ actual: [String], agreeing: Int = 0, firstIndex: Int = 0
) -> [Finding] {
  var diagnosis = Diagnosis(firstIndex: firstIndex)
  for symbol in expected { diagnosis.expect(leaf(symbol)) }
  diagnosis.begin(agreeing: agreeing, lastLine: agreeing)
  for (offset, symbol) in actual.enumerated().dropFirst(agreeing) {
    if symbol == "!" {
      diagnosis.add(refused: "not-json", line: offset + 1)
    } else {
      diagnosis.add(leaf(symbol), line: offset + 1)
    }
  }
  var findings: [Finding] = []
  diagnosis.finish { findings.append($0) }
  return findings
}

private func leaf(_ symbol: String) -> Digest256 {
  let bytes = Array(symbol.utf8)
  return Digest256(of: bytes.span)
}

@Suite struct DiagnosisTests {
  private struct Row: Decodable {
    struct Named: Decodable {
      let code: String
      let line: Int?
      let index: Int?
      let afterLine: Int?

      enum CodingKeys: String, CodingKey {
        case code, line, index
        case afterLine = "after_line"
      }
    }

    let expected: [String]
    let actual: [String]
    let findings: [Named]

    static func all() throws -> [Row] {
      let file = Locations.repository
        .appendingPathComponent("Tests/IntegrityTests/Vectors/kt/diagnose.jsonl")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Row.self, from: Data($0.utf8))
      }
    }
  }

  @Test func theVectorsAreNamedOneByOneAndInTheirOrder() throws {
    let rows = try Row.all()
    #expect(rows.count == 24)
    for row in rows {
      let named = try row.findings.map {
        let code = try #require(FindingCode(rawValue: $0.code))
        return Finding(
          code, line: $0.line, index: $0.index, afterLine: $0.afterLine,
          reason: code == .refused ? "not-json" : nil)
      }
      #expect(diagnose(row.expected, row.actual) == named, "\(row.actual)")
    }
  }

  @Test func linesThatAgreedNeedNotBeSeenAgain() throws {
    for row in try Row.all() {
      let common = zip(row.expected, row.actual).prefix { $0 == $1 }.count
      let whole = diagnose(row.expected, row.actual)
      for agreeing in 0...common {
        #expect(diagnose(row.expected, row.actual, agreeing: agreeing) == whole)
      }
    }
  }

  @Test func indexesAreThoseOfTheLogAndLinesThoseOfTheInput() {
    var diagnosis = Diagnosis(firstIndex: 61)
    for symbol in ["a", "b", "c", "d"] { diagnosis.expect(leaf(symbol)) }
    diagnosis.begin(agreeing: 1, lastLine: 7)
    diagnosis.add(leaf("x"), line: 9)
    diagnosis.add(refused: "too-deep", line: 10)
    diagnosis.add(refused: "not-json", line: 20)
    diagnosis.add(leaf("y"), line: 21)
    var findings: [Finding] = []
    diagnosis.finish { findings.append($0) }
    #expect(
      findings == [
        Finding(.edited, line: 9, index: 62),
        Finding(.refused, line: 10, index: 63, reason: "too-deep"),
        Finding(.refused, line: 20, index: 64, reason: "not-json"),
        Finding(.inserted, line: 21),
      ])
    #expect(
      diagnose(["a", "b", "c"], ["b", "a", "a"], firstIndex: 5) == [
        Finding(.moved, line: 1, index: 6), Finding(.duplicate, line: 3, index: 5),
        Finding(.removed, index: 7, afterLine: 3),
      ])
  }

  @Test func equalEventsAreTakenInOrder() {
    let same = Array(repeating: "a", count: 5)
    #expect(diagnose(same, same) == [])
    #expect(diagnose(same, same + ["a"]) == [Finding(.duplicate, line: 6, index: 0)])
    #expect(
      diagnose(same, Array(same.dropLast())) == [Finding(.removed, index: 4, afterLine: 4)])
    #expect(diagnose(same, same + ["a"], agreeing: 5) == [Finding(.duplicate, line: 6, index: 0)])
  }

  @Test func everySingleChangeIsTheOneFindingAtEveryPosition() {
    for count in 1...12 {
      let events = (0..<count).map { "e\($0)" }
      for place in 0..<count {
        var lines = events
        lines[place] = "x"
        #expect(diagnose(events, lines) == [Finding(.edited, line: place + 1, index: place)])
        lines[place] = "!"
        #expect(
          diagnose(events, lines) == [
            Finding(.refused, line: place + 1, index: place, reason: "not-json")
          ])
        lines.remove(at: place)
        #expect(diagnose(events, lines) == [Finding(.removed, index: place, afterLine: place)])
        lines = events
        lines.insert(events[place], at: place)
        #expect(diagnose(events, lines) == [Finding(.duplicate, line: place + 2, index: place)])
      }
      for place in 0...count {
        var lines = events
        lines.insert("x", at: place)
        #expect(diagnose(events, lines) == [Finding(.inserted, line: place + 1)])
        lines[place] = "!"
        #expect(
          diagnose(events, lines) == [Finding(.refused, line: place + 1, reason: "not-json")])
      }
    }
  }

  @Test func anEventThatWasMovedFarIsTheOneFinding() {
    let events = (0..<9).map { "e\($0)" }
    for source in 0..<9 {
      for target in 0..<9 where abs(source - target) > 1 {
        var lines = events
        let event = lines.remove(at: source)
        lines.insert(event, at: target)
        #expect(diagnose(events, lines) == [Finding(.moved, line: target + 1, index: source)])
      }
    }
    for place in 0..<8 {
      var lines = events
      lines.swapAt(place, place + 1)
      #expect(diagnose(events, lines) == [Finding(.moved, line: place + 1, index: place + 1)])
    }
  }
}
