import Bytes
import DecisionEvent

/// Durations as ECS has them.
enum Nanoseconds {
  /// The time from `start` to `end`; nil where that is negative or does not fit (292 years).
  static func between(_ start: Timestamp, _ end: Timestamp) -> Int? {
    let seconds = Int(end.seconds) - Int(start.seconds)
    guard end >= start, seconds < 9_000_000_000 else { return nil }
    return seconds * 1_000_000_000 + Int(end.nanoseconds) - Int(start.nanoseconds)
  }

  /// The nanoseconds of a JSON number of milliseconds; nil where it is negative, has an exponent,
  /// is no whole number of them, or is 10^11 milliseconds or more.
  static func read(_ milliseconds: Span<UInt8>) -> Int? {
    var value = 0
    var integerDigits = 0
    var decimals = -1
    for offset in 0..<milliseconds.count {
      let byte = milliseconds[offset]
      if byte == .dot {
        decimals = 0
      } else {
        guard byte.isDigit, decimals < 6, decimals >= 0 || integerDigits < 11 else { return nil }
        value = value * 10 + Int(byte - .zero)
        if decimals < 0 { integerDigits += 1 } else { decimals += 1 }
      }
    }
    for _ in max(decimals, 0)..<6 { value *= 10 }
    return value
  }
}
