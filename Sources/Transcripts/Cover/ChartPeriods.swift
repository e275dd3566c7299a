import DecisionEvent

/// The periods of a chart over time: days, or where those would be too many bars, months or years.
///
/// Those in which nothing happened are bars, too, but for years where there would be too many.
struct ChartPeriods {
  /// How many bars a chart has at most, as far as the calendar allows.
  static let maximumBars = 92

  /// What one is called.
  let name: String
  /// The beginning of each day in it, such as 2026-03-01, 2026-03, or 2026.
  let labels: [String]
  /// How many bytes of a day name its period.
  let length: Int

  /// The periods of some days, which are in order.
  init(of days: [String]) {
    guard let first = days.first, let last = days.last else {
      (name, labels, length) = ("day", [], 10)
      return
    }
    if let days = Self.days(from: first, to: last) {
      (name, labels, length) = ("day", days, 10)
    } else if let months = Self.months(from: first, to: last) {
      (name, labels, length) = ("month", months, 7)
    } else {
      (name, labels, length) = ("year", Self.years(of: days), 4)
    }
  }

  private static func days(from first: String, to last: String) -> [String]? {
    guard let start = Timestamp(first), let end = Timestamp(last) else { return nil }
    let range = start.civil.date.daysSinceEpoch...end.civil.date.daysSinceEpoch
    guard range.count <= maximumBars else { return nil }
    return range.map { day in
      String(Timestamp(seconds: Int64(day) * 86_400).description.prefix(10))
    }
  }

  private static func months(from first: String, to last: String) -> [String]? {
    guard let start = month(of: first), let end = month(of: last), end - start < maximumBars else {
      return nil
    }
    return (start...end).map { month in
      let digits = String(10_000 + month / 12)
      return digits.dropFirst() + "-" + String(100 + month % 12 + 1).dropFirst()
    }
  }

  private static func years(of days: [String]) -> [String] {
    let found = Set(days.map { String($0.prefix(4)) }).sorted()
    guard let first = found.first.flatMap({ Int($0) }), let last = found.last.flatMap({ Int($0) }),
      last - first < maximumBars
    else { return found }
    return (first...last).map { String(String(10_000 + $0).dropFirst()) }
  }

  /// The number of a day's month since the year 0.
  private static func month(of day: String) -> Int? {
    let parts = day.split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    return year * 12 + month - 1
  }
}
