public import Bytes

/// How many digits of a second's fraction are written.
public enum FractionDigits: Sendable {
  /// This many, from 0 to 9; the rest is cut off.
  case exactly(Int)
  /// As many as it takes, up to this; no point where it takes none.
  case upTo(Int)
}

// Times as other systems spell them, without a String for each event.
extension Output {
  /// Appends milliseconds since 1970, rounded down, also before it.
  public mutating func append(milliseconds time: Timestamp) {
    append(decimal: time.milliseconds)
  }

  /// Appends seconds since 1970 with exactly three decimals, rounded down, also before it.
  public mutating func append(seconds time: Timestamp) {
    let milliseconds = time.milliseconds
    if milliseconds < 0 { append(.minus) }
    append(decimal: Int(milliseconds.magnitude / 1_000))
    append(.dot)
    append(Int(milliseconds.magnitude % 1_000), digits: 3)
  }

  /// Appends a day as `2026-04-22`, or as many of its parts as `parts` says: 1 is the year alone.
  public mutating func append(day date: CivilDate, parts: Int = 3) {
    append(date.year, digits: 4)
    if parts > 1 {
      append(.minus)
      append(date.month, digits: 2)
    }
    if parts > 2 {
      append(.minus)
      append(date.day, digits: 2)
    }
  }

  /// Appends `2026-04-22T14:30:00` in UTC with a fraction, rounded down, and no zone behind it.
  public mutating func append(time: Timestamp, fraction: FractionDigits) {
    let (date, hour, second) = time.civil
    append(day: date)
    append(UInt8(ascii: "T"))
    append(hour, digits: 2)
    append(.colon)
    append(second / 60 % 60, digits: 2)
    append(.colon)
    append(second % 60, digits: 2)
    append(fraction, of: Int(time.nanoseconds))
  }

  /// Appends RFC 3339 in UTC (section 5.6), `2026-04-22T14:30:00Z`, with a fraction.
  public mutating func append(rfc3339 time: Timestamp, fraction: FractionDigits) {
    append(time: time, fraction: fraction)
    append(UInt8(ascii: "Z"))
  }

  private mutating func append(_ fraction: FractionDigits, of nanoseconds: Int) {
    var digits: Int
    let isExact: Bool
    switch fraction {
    case .exactly(let count): (digits, isExact) = (count, true)
    case .upTo(let count): (digits, isExact) = (count, false)
    }
    var value = nanoseconds
    for _ in digits..<9 { value /= 10 }
    while !isExact, digits > 0, value % 10 == 0 {
      value /= 10
      digits -= 1
    }
    guard digits > 0 else { return }
    append(.dot)
    append(value, digits: digits)
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
