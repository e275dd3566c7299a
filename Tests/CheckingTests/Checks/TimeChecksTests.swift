import DecisionEvent
import Testing

@testable import Checking

@Suite struct TimeChecksTests {
  private func event(_ time: String) -> String { #"{"id":"a","timestamp":\#(time)}"# }

  @Test func everyEventHasATime() throws {
    let events = [
      event("\"2026-01-01\""), event("\"2026-02-30\""), event("1767225600"), event("null"),
    ]
    #expect(
      try text(of: .timeRange, on: events) == "failed 3 of 4: no time 3: a@2 a@3 a@4")
  }

  @Test func timesLieInTheRange() throws {
    let window = TimeWindow(since: Timestamp("2026-01-01"), until: Timestamp("2026-01-02"))
    let events = [
      event("\"2026-01-01T00:00:00Z\""), event("\"2026-01-02T00:00:00Z\""),
      event("\"2026-01-02T00:59:59+01:00\""), event("\"2025-12-31T23:59:59.999Z\""),
    ]
    let report = try report(on: events) { $0.window = window }
    #expect(report.text(of: .timeRange) == "failed 2 of 4: outside 2: a@2 a@4")
  }

  @Test func gapsAreMeasuredInsideTheRange() throws {
    let window = TimeWindow(since: Timestamp("2026-01-01"), until: Timestamp("2026-01-03"))
    func row(_ times: [String], _ window: TimeWindow) throws -> String {
      let report = try report(on: times.map { event("\"\($0)\"") }) {
        $0.window = window
        $0.maximumGap = TimeSpan("12h")
      }
      return report.text(of: .gaps)
    }
    #expect(try row(["2026-01-01T12:00:00Z"], TimeWindow()) == "nothing to look at")
    #expect(
      try row(["2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"], TimeWindow()) == "passed 1")
    #expect(
      try row(["2026-01-01T12:00:00Z", "2026-01-02T00:00:00.001Z"], TimeWindow())
        == "failed 1 of 1: too long 1: ")
    #expect(
      try row(["2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"], window)
        == "failed 1 of 3: too long 1: ")
    #expect(try row([], window) == "failed 1 of 1: too long 1: ")
    // A time outside of the range covers nothing of it.
    #expect(try row(["2025-12-31T23:00:00Z"], window) == "failed 1 of 1: too long 1: ")
    #expect(try text(of: .gaps, on: []) == "needs --max-gap")
  }
}
