import DecisionEvent
import Testing

@testable import Transcripts

@Suite struct TranscriptFiguresTests {
  private func charts(_ events: [String]) throws -> [BarChart] {
    var query = EventQuery(EventDictionary())
    var figures = TranscriptFigures(&query)
    var reader = query.makeReader()
    for event in events {
      let line = Array(event.utf8)
      try reader.scan(line.span)
      _ = figures.add(line.span, readBy: &reader)
    }
    return figures.charts
  }

  private func table(_ chart: BarChart?) -> [[String]] {
    (chart?.bars ?? []).map { [$0.label] + $0.figures }
  }

  @Test func everyChartHasItsFigures() throws {
    let charts = try charts([
      #"{"timestamp":"2026-03-01","team":"b","model":"p/m","decision":"block","cost":0.10,"input_tokens":1,"policies_evaluated":[{"name":"x","verdict":"pass"}]}"#,
      #"{"timestamp":"2026-03-02","team":"a","model":"m","decision":"allow","cost":0.25,"output_tokens":9,"policies_evaluated":[{"name":"x","verdict":"deny"},{"name":"y","verdict":"deny"}]}"#,
      #"{"decision":"allow"}"#,
    ])
    #expect(
      charts.map(\.title) == [
        "Events a day, by outcome", "Verdicts by policy", "Tokens by team", "Cost by team",
        "Tokens by model", "Cost by model",
      ])
    #expect(charts[0].series.map(\.name) == ["allowed", "blocked"])
    #expect(
      table(charts[0]) == [
        ["2026-03-01", "0", "1"], ["2026-03-02", "1", "0"], ["no time", "1", "0"],
      ])
    #expect(table(charts[1]) == [["x", "1", "1"], ["y", "0", "1"]])
    #expect(table(charts[2]) == [["a", "0", "9"], ["b", "1", "0"], ["not recorded", "0", "0"]])
    #expect(table(charts[3]) == [["a", "0.25"], ["b", "0.1"], ["not recorded", "0"]])
    #expect(table(charts[5]) == [["m", "0.35"], ["not recorded", "0"]])
    #expect(charts.allSatisfy { $0.note == nil })
  }

  @Test func chartsOfNothingAreLeftOut() throws {
    #expect(try charts([]).isEmpty)
    #expect(try charts(["{}"]).map(\.title) == ["Events a day, by outcome"])
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let charts = try charts(
      (0..<25).map { #"{"team":"t\#($0)","cost":\#($0),"policies_applied":["p\#($0)"]}"# })
    #expect(charts[1].bars.count == 20 && charts[1].note == "5 more policies are not shown.")
    #expect(charts[2].bars.count == 20 && charts[2].note == "5 more teams are not shown.")
    #expect(
      ChartNote.text(0, "teams", uncounted: 3) == "3 events of further teams are not counted here.")
  }

  @Test func namesAreToldApartByTheirBytes() throws {
    let names = ["\u{e9}", "e\u{301}", #"\ud800"#, #"\udbff"#]
    let charts = try charts(
      names.map {
        #"{"team":"\#($0)","input_tokens":1,"policies_evaluated":[{"name":"\#($0)","verdict":"deny"}]}"#
      })
    let labels = ["e\u{301}", "\u{e9}", #"\ud800"#, #"\udbff"#].map { Array($0.utf8) }
    #expect(charts[1].title == "Verdicts by policy")
    #expect(charts[1].bars.map { Array($0.label.utf8) } == labels)
    #expect(charts[1].bars.allSatisfy { $0.figures == ["1"] })
    #expect(charts[2].bars.map { Array($0.label.utf8) } == labels)
  }

  @Test func hugeSumsAreDrawnAndExact() throws {
    let charts = try charts([
      #"{"team":"a","input_tokens":123456789012345678901234,"output_tokens":1}"#,
      #"{"team":"b","input_tokens":-5}"#,
    ])
    let chart = try #require(charts.first { $0.title == "Tokens by team" })
    #expect(table(chart) == [["a", "123456789012345678901234", "1"], ["b", "-5", "0"]])
    #expect(chart.bars[1].length == 0 && chart.longest.isFinite)
  }
}
