import DecisionEvent
import TestSupport
import Testing

@testable import Checking

@Suite struct GapListTests {
  private func list(_ seconds: [Int64], _ limit: String = "10s") throws -> GapList {
    var list = GapList(longerThan: try #require(TimeSpan(limit)))
    for second in seconds { list.add(Timestamp(seconds: second)) }
    list.close(TimeWindow())
    return list
  }

  private func texts(_ list: GapList) -> [String] {
    list.kept.map { "\($0.start.seconds)-\($0.end.seconds)" }
  }

  @Test func aLateTimeSplitsTheGapThatItLiesIn() throws {
    #expect(texts(try list([0, 100])) == ["0-100"])
    #expect(texts(try list([0, 100, 50])) == ["0-50", "50-100"])
    #expect(texts(try list([0, 100, 95, 5, 50])) == ["5-50", "50-95"])
    #expect(texts(try list([100, 0])) == ["0-100"])
    #expect(texts(try list([0, 10, 20, 31, 31, 20])) == ["20-31"])
    #expect(try list([0, 100, 50, 50]).lateCount == 2)
  }

  @Test func gapsAreThoseOfTheTimesInTheirOrderHoweverTheyCome() throws {
    var random = SeededGenerator(for: "gaps")
    for _ in 0..<300 {
      let times = (0..<random.below(40)).map { _ in Int64(random.below(400)) }
      let sorted = times.sorted()
      let expected = zip(sorted, sorted.dropFirst()).filter { $1 - $0 > 10 }
        .map { "\($0)-\($1)" }
      #expect(texts(try list(times)) == expected, "\(times)")
    }
  }

  @Test func furtherGapsAreCountedOnly() throws {
    let list = try list((0...10_005).map { Int64($0 * 11) })
    #expect(list.kept.count == 10_000 && list.count == 10_005)
    #expect(list.intervalCount == 10_005)
  }

  @Test func gapsThatAreFilledLaterAreNoneHoweverManyThereWere() throws {
    let ends = (0...20_000).map { Int64($0 * 20) }
    let list = try list(ends + ends.map { $0 + 10 })
    #expect(list.count == 0 && list.kept.isEmpty && list.lateCount == 20_000)
  }
}
