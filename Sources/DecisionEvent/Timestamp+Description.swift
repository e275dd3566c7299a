extension Timestamp {
  /// The day in UTC, the hour 0 to 23 and the second of the day.
  public var civil: (date: CivilDate, hour: Int, secondOfDay: Int) {
    let days = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let second = Int(seconds) - days * 86_400
    return (CivilDate(daysSinceEpoch: days), second / 3_600, second)
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with as many fraction digits as it takes.
  public var description: String {
    let (date, hour, second) = civil
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var fraction = ""
    if nanoseconds > 0 {
      fraction = "." + padded(Int(nanoseconds), 9)
      while fraction.last == "0" { fraction.removeLast() }
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
      + "\(padded(hour, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
      + "\(fraction)Z"
  }
}
