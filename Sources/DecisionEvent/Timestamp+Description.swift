import Bytes

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
    var text = Output(capacity: 32)
    text.append(rfc3339: self, fraction: .upTo(9))
    return String(copying: text.bytes)
  }
}
