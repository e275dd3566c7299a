import Bytes
import DecisionEvent

// Times without a String for each event.
extension Output {
  /// Appends the day of a time, in UTC: `2026-01-31`.
  mutating func append(day time: Timestamp) {
    let date = time.civil.date
    appendTwo(date.year / 100)
    appendTwo(date.year % 100)
    append(.minus)
    appendTwo(date.month)
    append(.minus)
    appendTwo(date.day)
  }

  /// Appends a time in UTC without its fraction: `2026-01-31T08:05:09Z`.
  mutating func append(second time: Timestamp) {
    let civil = time.civil
    append(day: time)
    append(UInt8(ascii: "T"))
    appendTwo(civil.hour)
    append(.colon)
    appendTwo(civil.secondOfDay / 60 % 60)
    append(.colon)
    appendTwo(civil.secondOfDay % 60)
    append(UInt8(ascii: "Z"))
  }

  private mutating func appendTwo(_ number: Int) {
    append(.zero + UInt8(number / 10))
    append(.zero + UInt8(number % 10))
  }
}
