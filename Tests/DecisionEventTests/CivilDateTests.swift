import DecisionEvent
import Testing

@Suite struct CivilDateTests {
  @Test func everyDayFollowsTheOneBeforeIt() {
    var expected = CivilDate(year: 0, month: 1, day: 1).daysSinceEpoch
    for year in 0...9_999 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      for (index, plain) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        let length = plain + (index == 1 && isLeap ? 1 : 0)
        let first = CivilDate(year: year, month: index + 1, day: 1)
        let last = CivilDate(year: year, month: index + 1, day: length)
        guard first.daysSinceEpoch == expected, last.daysSinceEpoch == expected + length - 1,
          CivilDate(daysSinceEpoch: expected) == first,
          CivilDate(daysSinceEpoch: expected + length - 1) == last,
          CivilDate.days(inMonth: index + 1, year: year) == length
        else {
          Issue.record("\(year)-\(index + 1)")
          return
        }
        expected += length
      }
    }
    #expect(expected == 2_932_897)  // 10000-01-01
  }

  @Test func epochIsDayZero() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
  }
}
