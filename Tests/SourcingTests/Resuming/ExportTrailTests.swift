import DecisionEvent
import Digests
import TestSupport
import Testing

@testable import Sourcing

@Suite struct ExportTrailTests {
  private func position(_ offset: Int) -> ReadingPosition {
    ReadingPosition(offset: offset, line: 1 + offset / 1000)
  }

  private func digest(_ number: Int) -> Digest128 { Digest128(first: UInt64(number), second: 7) }

  /// Reads events of 1,000 bytes, and gives where the next run begins and what is known there.
  private func read(
    _ seconds: [Int?], _ lookback: Lookback, until end: Int = .max
  ) throws -> (first: Int, exported: [Int]) {
    var trail = ExportTrail(lookback, from: position(0))
    var latest: Timestamp?
    for (number, second) in seconds.enumerated() {
      var decision = SourceDecision()
      decision.time = second.map { Timestamp(seconds: Int64($0)) }
      decision.isBeyond = second.map { $0 >= end } ?? false
      if !decision.isBeyond {
        decision.digest = digest(number)
        latest = [latest, decision.time].compactMap { $0 }.max()
      }
      if trail.wantsMark(at: number * 1000, inDocument: false, before: decision) {
        try trail.mark(position(number * 1000), latest: latest)
      }
      trail.note(decision)
    }
    let result = trail.conclusion(end: position(seconds.count * 1000), latest: latest)
    return (result.position.offset / 1000, result.exported.map { Int($0.first) })
  }

  @Test func withoutLookingBackTheEndIsTheBeginning() throws {
    let result = try read((0..<100).map { $0 }, Lookback())
    #expect(result.first == 100 && result.exported == [])
  }

  @Test func eventBehindTheWindowIsWhereTheNextRunBegins() throws {
    var lookback = Lookback()
    lookback.isBounded = true
    var seconds: [Int?] = (0..<100).map { $0 }
    seconds[60] = 1000
    seconds[70] = nil
    seconds[80] = 1000
    let result = try read(seconds, lookback, until: 1000)
    #expect(result.first == 60)
    #expect(result.exported == (61..<100).filter { $0 != 80 })
    #expect(try read([1000, 1], lookback, until: 1000) == (0, [1]))
  }

  /// Whatever the times are: every event of the overlap and behind the window is read again, and of
  /// all that is read again it is known what was exported.
  @Test func nothingIsLostAndNothingForgotten() throws {
    var generator = SeededGenerator(for: "nothingIsLostAndNothingForgotten")
    for _ in 0..<300 {
      let count = generator.below(200)
      let step = generator.below(30)
      let seconds: [Int?] = (0..<count).map { number in
        generator.below(10) == 0 ? nil : number * step + generator.below(200)
      }
      var lookback = Lookback()
      if generator.below(4) > 0 { lookback.overlap = Int64(generator.below(1000)) }
      let end = generator.below(2) == 0 ? Int.max : generator.below(6000)
      lookback.isBounded = end < .max
      let result = try read(seconds, lookback, until: end)
      let isExported = seconds.map { $0.map { $0 < end } ?? true }
      let latest = zip(seconds, isExported).compactMap { $1 ? $0 : nil }.max() ?? 0
      for (number, second) in seconds.enumerated() where number < result.first {
        #expect(isExported[number])
        if let second, let overlap = lookback.overlap, lookback.isNeeded {
          #expect(second < latest - Int(overlap))
        }
      }
      #expect(
        result.exported == (result.first..<max(count, result.first)).filter { isExported[$0] })
    }
  }

  @Test func moreEventsThanFitAreRefused() {
    #expect(throws: Never.self) { try ExportTrail.check(1_000_000) }
    #expect(throws: (any Error).self) { try ExportTrail.check(1_000_001) }
  }
}
