import Digests
import Integrity
import TestSupport
import Testing

/// Random changes, and what their findings must say whatever the way they were found.
@Suite struct DiagnosisPropertyTests {
  /// A sequence of numbers, negative ones being lines that can't be read.
  private static func diagnose(_ expected: [Int], _ actual: [Int]) -> [Finding] {
    var diagnosis = Diagnosis()
    for number in expected { diagnosis.expect(leaf(number)) }
    diagnosis.begin()
    for (offset, number) in actual.enumerated() {
      if number < 0 {
        diagnosis.add(refused: "not-json", line: offset + 1)
      } else {
        diagnosis.add(leaf(number), line: offset + 1)
      }
    }
    var findings: [Finding] = []
    diagnosis.finish { findings.append($0) }
    return findings
  }

  private static func leaf(_ number: Int) -> Digest256 {
    let bytes = Array(String(number).utf8)
    return Digest256(of: bytes.span)
  }

  /// Five to forty events, of which some are equal, and the lines after a few changes.
  private static func changed(
    _ generator: inout SeededGenerator
  ) -> (expected: [Int], actual: [Int]) {
    let count = 5 + generator.below(36)
    let expected = (0..<count).map { generator.below(8) == 0 ? generator.below(count) : $0 }
    var actual = expected
    for change in 0..<generator.below(7) where !actual.isEmpty {
      let place = generator.below(actual.count)
      switch generator.below(6) {
      case 0: actual[place] = 1000 + change
      case 1: actual.remove(at: place)
      case 2: actual.swapAt(place, generator.below(actual.count))
      case 3: actual.insert(actual[place], at: generator.below(actual.count + 1))
      case 4: actual.insert(2000 + change, at: place)
      default: actual[place] = -1
      }
    }
    return (expected, actual)
  }

  @Test func whatIsNotNamedIsTheSameInBoth() {
    var generator = SeededGenerator(for: "DiagnosisPropertyTests.named")
    for _ in 0..<2000 {
      let (expected, actual) = Self.changed(&generator)
      let findings = Self.diagnose(expected, actual)
      #expect(findings.isEmpty == (expected == actual))
      let lines = Set(findings.compactMap(\.line))
      let indexes = Set(findings.filter { $0.code != .duplicate }.compactMap(\.index))
      let quietLines = actual.indices.filter { !lines.contains($0 + 1) }.map { actual[$0] }
      let quietEvents = expected.indices.filter { !indexes.contains($0) }.map { expected[$0] }
      #expect(quietLines == quietEvents, "\(expected) \(actual)")
    }
  }

  @Test func everyFindingIsTrueAndEveryLineHasAtMostOne() {
    var generator = SeededGenerator(for: "DiagnosisPropertyTests.true")
    for _ in 0..<2000 {
      let (expected, actual) = Self.changed(&generator)
      let findings = Self.diagnose(expected, actual)
      let lines = findings.compactMap(\.line)
      #expect(Set(lines).count == lines.count)
      let places = findings.map { $0.line ?? $0.afterLine ?? -1 }
      #expect(places == places.sorted())
      for finding in findings {
        #expect(Self.isTrue(finding, expected, actual), "\(finding) \(expected) \(actual)")
      }
    }
  }

  private static func isTrue(_ finding: Finding, _ expected: [Int], _ actual: [Int]) -> Bool {
    let line = finding.line.map { actual[$0 - 1] }
    let event = finding.index.map { expected[$0] }
    func shown(_ number: Int?) -> Int { actual.filter { $0 == number }.count }
    func sealed(_ number: Int?) -> Int { expected.filter { $0 == number }.count }
    switch finding.code {
    case .edited: return sealed(line) == 0 && shown(event) < sealed(event)
    case .refused: return line == -1 && (event == nil || shown(event) < sealed(event))
    case .inserted: return event == nil && sealed(line) == 0
    case .moved: return line == event
    case .duplicate:
      return line == event && shown(line) > sealed(line)
        && finding.index == expected.firstIndex(of: line ?? -1)
    case .removed: return shown(event) < sealed(event)
    default: return false
    }
  }

  /// What took a time that grows with the square would not come back.
  @Test func manyEventsTakeNoLongerEachThanFew() {
    let count = 100_000
    let same = Array(repeating: 7, count: count)
    #expect(
      Self.diagnose(same, [8] + same) == [Finding(.inserted, line: 1)])
    let events = Array(0..<count)
    let reversed = Self.diagnose(events, events.reversed())
    #expect(reversed.count == count - 1)
    #expect(reversed.first == Finding(.moved, line: 1, index: count - 1))
    var lines = events
    lines.remove(at: 2)
    lines[60_000] = -1
    lines.insert(5, at: 90_000)
    #expect(
      Self.diagnose(events, lines) == [
        Finding(.removed, index: 2, afterLine: 2),
        Finding(.refused, line: 60_001, index: 60_001, reason: "not-json"),
        Finding(.duplicate, line: 90_001, index: 5),
      ])
    #expect(Self.diagnose(events, []).count == count)
  }

  @Test func asFewAsPossibleAreSaidToBeMoved() {
    var generator = SeededGenerator(for: "DiagnosisPropertyTests.moved")
    for _ in 0..<500 {
      var lines = Array(0..<(5 + generator.below(36)))
      let events = lines
      lines.shuffle(using: &generator)
      let findings = Self.diagnose(events, lines)
      #expect(findings.allSatisfy { $0.code == .moved })
      // The longest that ends with each line, by looking at all lines before it.
      var lengths: [Int] = []
      for (place, event) in lines.enumerated() {
        lengths.append(
          1 + ((0..<place).filter { lines[$0] < event }.map { lengths[$0] }.max() ?? 0))
      }
      #expect(findings.count == lines.count - (lengths.max() ?? 0))
    }
  }
}
