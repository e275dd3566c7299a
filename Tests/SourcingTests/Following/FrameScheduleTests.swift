import DecisionEvent
import Testing

@testable import Sourcing

@Suite struct FrameScheduleTests {
  @Test func limitsAreEventsOrSpans() throws {
    #expect(FrameLimit("1000") == .events(1000))
    #expect(FrameLimit("1h") == .span(try #require(TimeSpan("1h"))))
    for text in ["", "0", "0s", "-1", "1.5", "1y", "h", "+5"] {
      #expect(FrameLimit(text) == nil, "\(text)")
    }
  }

  private func check(
    _ schedule: inout FrameSchedule, _ events: Int, _ now: Int, _ expected: Bool
  ) {
    let isDue = schedule.isDue(events: events, now: now)
    #expect(isDue == expected, "\(events) events at \(now)")
  }

  @Test func frameOfEventsIsDueBehindThem() {
    var schedule = FrameSchedule(.events(3))
    check(&schedule, 2, 0, false)
    check(&schedule, 3, 0, true)
    #expect(schedule.pause(atMost: 200, now: 0) == 200)
  }

  @Test func frameOfASpanIsDueThatLongBehindItsBeginning() throws {
    let minute = try #require(TimeSpan("1m"))
    var schedule = FrameSchedule(.span(minute))
    #expect(schedule.pause(atMost: 200, now: 5) == 200)
    check(&schedule, 1, 1_000, false)
    check(&schedule, 9, 60_999, false)
    #expect(schedule.pause(atMost: 200, now: 60_990) == 10)
    check(&schedule, 9, 61_000, true)
    #expect(schedule.pause(atMost: 200, now: 70_000) == 0)
    schedule.reset()
    check(&schedule, 1, 70_000, false)
    check(&schedule, 1, 130_000, true)
  }
}
