import Bytes

/// A length of time in whole seconds.
public struct TimeSpan: Equatable, Sendable {
  /// The seconds, from 0 to ten thousand years.
  public let seconds: Int64

  /// Parses a number and its unit, s, m, h, d or w (spec/events.md, "Time"): `15m`, `24h`, `7d`.
  public init?(_ text: String) {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    guard let last = text.last, let unit = units[last], text.count > 1,
      text.utf8.dropLast().allSatisfy(\.isDigit), let count = Int64(text.dropLast())
    else { return nil }
    let (span, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow, span <= 10_000 * 366 * 86_400 else { return nil }
    seconds = span
  }
}
