import Bytes

@testable import DecisionEvent

/// What must hold of every text that may be a time: tests of random texts and the fuzzer share it.
enum TimestampCheck {
  /// Texts to begin with.
  static let seeds = [
    "2026-04-22T14:30:00Z", "2026-04-22", "1985-04-12t23:20:50.52z", "0000-01-01 00:00:00+23:59",
    "9999-12-31T23:59:59.999999999-00:00", "1990-12-31T15:59:60-08:00", "2024-02-29T00:00:00Z",
    "1969-12-31T23:59:59.1234567891Z", "7d", "15m", "9999999999999999999w", "1900-02-29",
  ].map { Array($0.utf8) }

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    let time = Timestamp(input.span)
    let expected = PlainTime.read(input)
    if time?.seconds != expected?.seconds || time?.nanoseconds != expected?.nanoseconds {
      return
        "\(String(describing: time)) where the plain reader has \(String(describing: expected))"
    }
    let text = String(decoding: input, as: UTF8.self)
    let now = Timestamp(seconds: 1_776_868_200, nanoseconds: 5)
    if let bound = Timestamp(bound: text, now: now), let complaint = writing(bound) {
      return complaint
    }
    if let day = Timestamp(endOfDay: text), let time, day != time.adding(seconds: 86_400) {
      return "the end of a day is \(day)"
    }
    if let span = TimeSpan(text), span.seconds < 0 { return "a span of \(span.seconds)" }
    return time.flatMap(writing)
  }

  /// A time that is written is read again.
  private static func writing(_ time: Timestamp) -> String? {
    if Timestamp(time.description) != time { return "\(time.description) is another time" }
    for digits in 0...9 {
      var output = Output(capacity: 64)
      output.append(rfc3339: time, fraction: .exactly(digits))
      guard let cut = Timestamp(output.bytes), cut.seconds == time.seconds,
        cut.nanoseconds <= time.nanoseconds
      else { return "\(time) with \(digits) digits" }
      output.append(seconds: time)
      output.append(milliseconds: time)
    }
    let civil = time.civil
    let again = CivilDate(daysSinceEpoch: civil.date.daysSinceEpoch)
    return again == civil.date && 0..<86_400 ~= civil.secondOfDay ? nil : "the day of \(time)"
  }
}

/// A second reader of times, by a template and a table of days.
private enum PlainTime {
  static func read(_ input: [UInt8]) -> (seconds: Int64, nanoseconds: Int32)? {
    let text = input.map { $0 < 0x80 ? Character(UnicodeScalar($0)) : "?" }
    guard fits(text.prefix(10), "dddd-dd-dd") else { return nil }
    let (year, month, day) = (number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
    guard month >= 1, month <= 12, day >= 1, day <= length(month, year) else { return nil }
    let days = beginning(year) + (1..<month).reduce(0) { $0 + length($1, year) } + day - 1
    if text.count == 10 { return (Int64(days) * 86_400, 0) }
    guard text.count >= 20, fits(text[10..<19], "tdd:dd:dd") else { return nil }
    var end = 19
    var nanoseconds = 0
    if text[19] == "." {
      end = text[20...].firstIndex { !$0.isASCII || !$0.isNumber } ?? text.count
      guard end > 20 else { return nil }
      let digits = String(text[20..<end].prefix(9))
      nanoseconds = Int(digits.padding(to: 9)) ?? 0
    }
    guard let zone = zone(text[end...]) else { return nil }
    let (hour, minute, second) = (number(text, 11, 2), number(text, 14, 2), number(text, 17, 2))
    guard hour <= 23, minute <= 59, second <= 60 else { return nil }
    let seconds = days * 86_400 + (hour * 60 + minute - zone) * 60 + second
    if second == 60 {
      guard seconds % 86_400 == 0 else { return nil }
      nanoseconds = 0
    }
    // The years 0000 to 9999 in UTC.
    guard seconds >= beginning(0) * 86_400, seconds < beginning(10_000) * 86_400 else { return nil }
    return (Int64(seconds), Int32(nanoseconds))
  }

  /// Whether each character is what the template has: `d` a digit, `t` what parts date and time.
  private static func fits(_ text: ArraySlice<Character>, _ template: String) -> Bool {
    text.count == template.count
      && zip(text, template).allSatisfy { character, wanted in
        switch wanted {
        case "d": character.isASCII && character.isNumber
        case "t": "Tt ".contains(character)
        default: character == wanted
        }
      }
  }

  private static func number(_ text: [Character], _ start: Int, _ count: Int) -> Int {
    Int(String(text[start..<start + count])) ?? -1
  }

  /// Minutes east of UTC.
  private static func zone(_ text: ArraySlice<Character>) -> Int? {
    if text == ["Z"] || text == ["z"] { return 0 }
    guard fits(text, "+dd:dd") || fits(text, "-dd:dd") else { return nil }
    let digits = Array(text)
    let (hours, minutes) = (number(digits, 1, 2), number(digits, 4, 2))
    guard hours <= 23, minutes <= 59 else { return nil }
    return (digits[0] == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return month == 2 && isLeap(year) ? 29 : days
  }

  /// Days from 1970-01-01 to the first day of a year, of which 719,528 lie behind year 0's.
  private static func beginning(_ year: Int) -> Int {
    let leapYears = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400
    return year * 365 + leapYears - 719_528
  }
}

extension String {
  /// The text with zeros behind it.
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, count - self.count))
  }
}
