import Testing

@testable import Transcripts

@Suite struct OutcomeSeriesTests {
  private func series(_ words: [String]) -> OutcomeSeries {
    OutcomeSeries(Set(words.map { Array($0.utf8) }))
  }

  private func counts(_ words: [String: Int]) -> [[UInt8]: Int] {
    Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.utf8), $0.value) })
  }

  @Test func knownWordsStandInTheOrderOfSeverity() {
    let found = series(["blocked", "allowed", "", "flagged"])
    #expect(found.series.map(\.name) == ["allowed", "flagged", "blocked", "not recorded"])
    #expect(found.series.map(\.shade) == [0, 1, 5, 6])
    let bar = found.bar("x", counts(["allowed": 3, "": 2]))
    #expect(bar.figures == ["3", "0", "0", "2"] && bar.length == 5)
  }

  @Test func oneUnknownWordHasItsName() {
    let found = series(["sideways"])
    #expect(found.series.map(\.name) == ["sideways"] && found.series[0].shade == 7)
    #expect(found.bar("x", counts(["sideways": 2])).figures == ["2"])
  }

  @Test func manyUnknownWordsShareASeries() {
    let found = series((0..<500).map { "word\($0)" } + ["allowed"])
    #expect(found.series.map(\.name) == ["allowed", "500 other words"])
    let bar = found.bar("x", counts(["word1": 1, "word2": 2, "allowed": 4]))
    #expect(bar.figures == ["4", "3"])
  }

  @Test func wordsAreToldApartByTheirBytes() {
    #expect(series(["\u{e9}", "e\u{301}"]).series.map(\.name) == ["2 other words"])
    let halves = OutcomeSeries([[0xED, 0xA0, 0x80]])
    #expect(halves.series.map(\.name) == [#"\ud800"#])
  }
}
