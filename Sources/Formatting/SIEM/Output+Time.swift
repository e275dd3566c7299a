import Bytes
import DecisionEvent

// Times as other systems spell them.
extension Output {
  /// Appends milliseconds since 1970, rounded down, also before it.
  mutating func append(milliseconds time: Timestamp) {
    append(decimal: Self.milliseconds(time))
  }

  /// Appends seconds since 1970 with exactly three decimals, rounded down, also before it.
  mutating func append(seconds time: Timestamp) {
    let milliseconds = Self.milliseconds(time)
    if milliseconds < 0 { append(.minus) }
    append(decimal: Int(milliseconds.magnitude / 1_000))
    append(.dot)
    append(Int(milliseconds.magnitude % 1_000), digits: 3)
  }

  /// No time that RFC 3339 can write overflows.
  private static func milliseconds(_ time: Timestamp) -> Int {
    Int(time.seconds) * 1_000 + Int(time.nanoseconds / 1_000_000)
  }

  /// Appends `2026-04-22T14:30:00.000+0000`: for Java, `yyyy-MM-dd'T'HH:mm:ss.SSSZ`.
  mutating func append(date time: Timestamp) {
    appendSeconds(of: time)
    append(.dot)
    append(Int(time.nanoseconds) / 1_000_000, digits: 3)
    append(constant: "+0000")
  }

  /// Appends the TIMESTAMP of RFC 5424: in UTC, to the microsecond at most, rounded down.
  mutating func append(timestamp time: Timestamp) {
    appendSeconds(of: time)
    var fraction = Int(time.nanoseconds) / 1_000
    if fraction > 0 {
      var digits = 6
      while fraction % 10 == 0 {
        fraction /= 10
        digits -= 1
      }
      append(.dot)
      append(fraction, digits: digits)
    }
    append(UInt8(ascii: "Z"))
  }

  /// Appends `2026-04-22T14:30:00`.
  private mutating func appendSeconds(of time: Timestamp) {
    let (date, hour, second) = time.civil
    append(date.year, digits: 4)
    append(.minus)
    append(date.month, digits: 2)
    append(.minus)
    append(date.day, digits: 2)
    append(UInt8(ascii: "T"))
    append(hour, digits: 2)
    append(.colon)
    append(second / 60 % 60, digits: 2)
    append(.colon)
    append(second % 60, digits: 2)
  }

  /// Appends a number that is not negative with zeros before it, `digits` digits in all.
  private mutating func append(_ number: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      append(.zero + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
