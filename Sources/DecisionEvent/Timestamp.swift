import Bytes

/// A point in time: seconds since 1970-01-01T00:00:00Z and nanoseconds, exact.
///
/// Years 0000 to 9999, as RFC 3339 has them; never a floating-point number.
public struct Timestamp: Comparable, Hashable, Sendable {
  /// Whole seconds since the epoch, negative before it.
  public let seconds: Int64
  /// 0 to 999,999,999 nanoseconds after that second.
  public let nanoseconds: Int32

  /// The seconds of the years 0000 to 9999 in UTC.
  private static let writable: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

  /// A point in time from its parts; `nanoseconds` is 0 to 999,999,999.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    precondition((0..<1_000_000_000).contains(nanoseconds), "nanoseconds are a part of a second")
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Milliseconds since the epoch, rounded down; no time that RFC 3339 can write overflows.
  public var milliseconds: Int { Int(seconds) * 1_000 + Int(nanoseconds / 1_000_000) }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds != right.seconds
      ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
  }

  /// The same time that many seconds earlier or later.
  public func adding(seconds difference: Int64) -> Timestamp {
    Timestamp(seconds: seconds + difference, nanoseconds: nanoseconds)
  }

  /// Parses RFC 3339 (section 5.6) as spec/events.md ("Time") widens it, or gives nil.
  ///
  /// `T`, `t` or a space between date and time; `Z`, `z` or an offset; any number of fraction
  /// digits, cut after nine; a date alone is its midnight in UTC; second 60 at 23:59 UTC is the
  /// start of the next minute. The calendar is checked: no 30 February, no 24:00.
  public init?(_ text: Span<UInt8>) {
    var parser = TimestampParser()
    // An offset can lead out of the years that RFC 3339 can write.
    guard let result = parser.parse(text), Self.writable.contains(result.seconds) else {
      return nil
    }
    self = result
  }

  /// Parses the same from a text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }
}

/// Reads the fixed columns of a timestamp one after the other.
private struct TimestampParser {
  private var offset = 0

  mutating func parse(_ text: Span<UInt8>) -> Timestamp? {
    guard text.count >= 10,
      let year = number(text, digits: 4), accept(text, .minus),
      let month = number(text, digits: 2), accept(text, .minus),
      let day = number(text, digits: 2),
      1...12 ~= month, day >= 1, day <= CivilDate.days(inMonth: month, year: year)
    else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
    if offset == text.count { return Timestamp(seconds: Int64(days) * 86_400) }
    return time(text, days: days)
  }

  private mutating func time(_ text: Span<UInt8>, days: Int) -> Timestamp? {
    guard text[offset] | 0x20 == UInt8(ascii: "t") || text[offset] == .space else { return nil }
    offset += 1
    guard let hour = number(text, digits: 2), hour < 24, accept(text, .colon),
      let minute = number(text, digits: 2), minute < 60, accept(text, .colon),
      let second = number(text, digits: 2), second <= 60,
      let fraction = fraction(text), let zone = zoneMinutes(text), offset == text.count
    else { return nil }
    let minutes = days * 1_440 + hour * 60 + minute - zone
    if second == 60 {
      // A leap second is inserted at the end of a UTC day, and only there.
      guard (minutes % 1_440 + 1_440) % 1_440 == 1_439 else { return nil }
      return Timestamp(seconds: Int64(minutes + 1) * 60)
    }
    return Timestamp(seconds: Int64(minutes) * 60 + Int64(second), nanoseconds: fraction)
  }

  private mutating func number(_ text: Span<UInt8>, digits: Int) -> Int? {
    guard offset + digits <= text.count else { return nil }
    var value = 0
    for _ in 0..<digits {
      guard text[offset].isDigit else { return nil }
      value = value * 10 + Int(text[offset] - .zero)
      offset += 1
    }
    return value
  }

  private mutating func accept(_ text: Span<UInt8>, _ byte: UInt8) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func fraction(_ text: Span<UInt8>) -> Int32? {
    guard accept(text, .dot) else { return 0 }
    let start = offset
    var value: Int32 = 0
    while offset < text.count, text[offset].isDigit {
      if offset - start < 9 { value = value * 10 + Int32(text[offset] - .zero) }
      offset += 1
    }
    guard offset > start else { return nil }
    for _ in min(offset - start, 9)..<9 { value *= 10 }
    return value
  }

  private mutating func zoneMinutes(_ text: Span<UInt8>) -> Int? {
    guard offset < text.count else { return nil }
    let sign = text[offset]
    offset += 1
    if sign | 0x20 == UInt8(ascii: "z") { return 0 }
    guard sign == .minus || sign == UInt8(ascii: "+"),
      let hours = number(text, digits: 2), hours < 24, accept(text, .colon),
      let minutes = number(text, digits: 2), minutes < 60
    else { return nil }
    return sign == .minus ? -(hours * 60 + minutes) : hours * 60 + minutes
  }
}

extension Timestamp {
  /// The system's clock.
  public static var now: Timestamp {
    let time = Clock.now()
    return Timestamp(seconds: time.seconds, nanoseconds: time.nanoseconds)
  }
}
