import DecisionEvent
import Testing

@Suite struct TimeWindowTests {
  private let now = Timestamp(seconds: 1_776_868_200, nanoseconds: 5)

  @Test(
    arguments: [
      ("0s", 0), ("30s", 30), ("15m", 900), ("1h", 3_600), ("24h", 86_400), ("7d", 604_800),
      ("30d", 2_592_000), ("2w", 1_209_600), ("007d", 604_800),
    ] as [(String, Int64)])
  func spanCountsBackFromNow(text: String, seconds: Int64) {
    #expect(Timestamp(bound: text, now: now) == now.adding(seconds: -seconds))
  }

  @Test func boundIsATimeOrADate() {
    #expect(Timestamp(bound: "1970-01-02", now: now) == Timestamp(seconds: 86_400))
    #expect(Timestamp(bound: "1970-01-01T01:00:00+01:00", now: now) == Timestamp(seconds: 0))
  }

  @Test(arguments: [
    "", "d", "7", "7y", "-7d", "+7d", "7 d", "d7", "7dd", "1.5h", "7D\u{301}", "\u{667}d",
    "9223372036854775807d", "99999999999999999999d", "9223372036854775807s", "1000000d", "today",
    "2026-02-30", "2026-01-01T00:00:00",
  ])
  func whatIsNoBoundIsRefused(text: String) { #expect(Timestamp(bound: text, now: now) == nil) }

  @Test func spansReachBackToYearZeroAndNoFurther() {
    let start = Timestamp(seconds: 10)
    #expect(Timestamp(bound: "62167219210s", now: start)?.description == "0000-01-01T00:00:00Z")
    #expect(Timestamp(bound: "62167219211s", now: start) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-01T00:00:00Z"), ("2024-02-28", "2024-02-29T00:00:00Z"),
    ("2025-12-31", "2026-01-01T00:00:00Z"),
  ])
  func dayEndsAtTheNextMidnight(day: String, end: String) {
    #expect(Timestamp(endOfDay: day)?.description == end)
  }

  @Test(arguments: ["", "2026-02-30", "2026-01-31T00:00:00Z", "7d", "2026-1-31", "2026-01-31 "])
  func onlyADayHasAnEnd(text: String) { #expect(Timestamp(endOfDay: text) == nil) }

  @Test(
    arguments: [
      (0, false), (9, false), (10, true), (15, true), (19, true), (20, false), (21, false),
    ] as [(Int64, Bool)])
  func windowIsHalfOpen(seconds: Int64, isInside: Bool) {
    let window = TimeWindow(since: Timestamp(seconds: 10), until: Timestamp(seconds: 20))
    #expect(window.contains(Timestamp(seconds: seconds)) == isInside)
    let last = Timestamp(seconds: 19, nanoseconds: 999_999_999)
    #expect(window.contains(last) && !window.isUnbounded)
  }

  @Test func absentBoundDoesNotLimit() {
    let time = Timestamp(seconds: 15)
    #expect(TimeWindow().contains(time) && TimeWindow().isUnbounded)
    #expect(TimeWindow(since: time).contains(time) && !TimeWindow(since: time).isUnbounded)
    #expect(!TimeWindow(until: time).contains(time) && !TimeWindow(until: time).isUnbounded)
  }
}
