import Testing

@testable import Transcripts

@Suite struct OutcomeSeriesTests {
  @Test func knownWordsStandInTheOrderOfSeverity() {
    let found = OutcomeSeries(["blocked", "allowed", "", "flagged"])
    #expect(found.series.map(\.name) == ["allowed", "flagged", "blocked", "not recorded"])
    #expect(found.series.map(\.shade) == [0, 1, 5, 6])
    let bar = found.bar("x", ["allowed": 3, "": 2])
    #expect(bar.figures == ["3", "0", "0", "2"] && bar.length == 5)
  }

  @Test func oneUnknownWordHasItsName() {
    let found = OutcomeSeries(["sideways"])
    #expect(found.series.map(\.name) == ["sideways"] && found.series[0].shade == 7)
    #expect(found.bar("x", ["sideways": 2]).figures == ["2"])
  }

  @Test func manyUnknownWordsShareASeries() {
    let words = Set((0..<500).map { "word\($0)" })
    let found = OutcomeSeries(words.union(["allowed"]))
    #expect(found.series.map(\.name) == ["allowed", "500 other words"])
    #expect(found.bar("x", ["word1": 1, "word2": 2, "allowed": 4]).figures == ["4", "3"])
  }
}
