import Bytes
import DecisionEvent

// Times as Elasticsearch reads them.
extension Output {
  /// Appends `2026-04-22`, or as many of its parts as `parts` says: 1 is the year alone.
  mutating func append(day date: CivilDate, parts: Int) {
    append(date.year, padded: 4)
    if parts > 1 {
      append(.minus)
      append(date.month, padded: 2)
    }
    if parts > 2 {
      append(.minus)
      append(date.day, padded: 2)
    }
  }

  /// Appends RFC 3339 in UTC with as many fraction digits as it takes: what Elasticsearch calls
  /// `strict_date_optional_time`.
  mutating func append(strictDate time: Timestamp) {
    let (date, hour, second) = time.civil
    append(day: date, parts: 3)
    append(UInt8(ascii: "T"))
    append(hour, padded: 2)
    append(.colon)
    append(second / 60 % 60, padded: 2)
    append(.colon)
    append(second % 60, padded: 2)
    var fraction = Int(time.nanoseconds)
    if fraction > 0 {
      var digits = 9
      while fraction % 10 == 0 {
        fraction /= 10
        digits -= 1
      }
      append(.dot)
      append(fraction, padded: digits)
    }
    append(UInt8(ascii: "Z"))
  }

  /// Appends a number that is not negative with zeros before it, `width` digits in all.
  private mutating func append(_ number: Int, padded width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(.zero + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
