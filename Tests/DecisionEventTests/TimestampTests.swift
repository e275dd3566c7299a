import DecisionEvent
import TestSupport
import Testing

/// spec/events.md, "Time", and RFC 3339, section 5.
@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0), ("2026-04-22T14:30:00Z", 1_776_868_200, 0),
      ("2026-04-22t14:30:00z", 1_776_868_200, 0), ("2026-04-22 14:30:00Z", 1_776_868_200, 0),
      ("2026-04-22T16:30:00+02:00", 1_776_868_200, 0),
      ("2026-04-22T07:00:00-07:30", 1_776_868_200, 0),
      ("2026-04-23T14:29:00+23:59", 1_776_868_200, 0),
      ("2026-04-21T14:31:00-23:59", 1_776_868_200, 0),
      ("2026-04-22T14:30:00+00:00", 1_776_868_200, 0),
      ("2026-04-22T14:30:00-00:00", 1_776_868_200, 0),
      ("1985-04-12T23:20:50.52Z", 482_196_050, 520_000_000),
      ("1996-12-19T16:39:57-08:00", 851_042_397, 0),
      ("1937-01-01T12:00:27.87+00:20", -1_041_337_173, 870_000_000),
      ("1969-12-31T23:59:59.5Z", -1, 500_000_000), ("2026-04-22", 1_776_816_000, 0),
      ("1970-01-01", 0, 0), ("2024-02-29T00:00:00Z", 1_709_164_800, 0),
      ("2000-02-29T00:00:00Z", 951_782_400, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
      ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("0000-02-29", -62_162_121_600, 0),
      ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
      ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ] as [(String, Int64, Int32)])
  func timesAreReadExactly(text: String, seconds: Int64, nanoseconds: Int32) {
    #expect(Timestamp(text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test(
    arguments: [
      ("1", 100_000_000), ("12", 120_000_000), ("123", 123_000_000), ("1234", 123_400_000),
      ("12345", 123_450_000), ("123456", 123_456_000), ("1234567", 123_456_700),
      ("12345678", 123_456_780), ("123456789", 123_456_789), ("1234567899", 123_456_789),
      ("0", 0), ("000000001", 1), ("0000000009", 0), ("99999999999999999999", 999_999_999),
    ] as [(String, Int32)])
  func fractionsBeyondNineDigitsAreCutOff(digits: String, nanoseconds: Int32) {
    for zone in ["Z", "+00:00"] {
      let time = Timestamp("1970-01-01T00:00:00.\(digits)\(zone)")
      #expect(time == Timestamp(seconds: 0, nanoseconds: nanoseconds))
    }
  }

  @Test(
    arguments: [
      ("1990-12-31T23:59:60Z", 662_688_000), ("1990-12-31T15:59:60-08:00", 662_688_000),
      ("2017-01-01T00:59:60+01:00", 1_483_228_800), ("2016-12-31T23:59:60.9Z", 1_483_228_800),
      ("2016-12-31T23:29:60-00:30", 1_483_228_800),
    ] as [(String, Int64)])
  func leapSecondIsTheStartOfTheNextMinute(text: String, seconds: Int64) {
    #expect(Timestamp(text) == Timestamp(seconds: seconds))
  }

  @Test(arguments: [
    // The calendar.
    "2026-02-30", "2026-02-29", "1900-02-29", "2100-02-29T00:00:00Z", "2026-04-31", "2026-06-31",
    "2026-09-31", "2026-11-31", "2026-01-32", "2026-13-01", "2026-00-01", "2026-01-00",
    // The clock.
    "2026-01-01T24:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:61Z", "2026-01-01T00:00:60Z", "2026-01-01T23:59:60+01:00",
    "2026-01-01T22:59:60Z", "2026-01-01T23:58:60Z",
    // Offsets.
    "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+25:00", "2026-01-01T00:00:00+01:60",
    "2026-01-01T00:00:00+0100", "2026-01-01T00:00:00+01", "2026-01-01T00:00:00+1:00",
    "2026-01-01T00:00:00", "2026-01-01T00:00:00 Z", "2026-01-01T00:00:00UTC",
    "2026-01-01T00:00:00ZZ", "2026-01-01T00:00:00Z ", "2026-01-01T00:00:00\u{2212}01:00",
    // The form.
    "", "2026", "2026-01", "2026-1-1", "26-01-01", "20260101", "2026-01-01T", "2026-01-01 ",
    "2026-01-01T00", "2026-01-01T00:00Z", "2026-01-01T0:00:00Z", "2026-01-01T00:00:0Z",
    "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00.5",
    "2026-01-01_00:00:00Z", "2026-01-01  00:00:00Z", " 2026-01-01", "2026-01-01Z", "+2026-01-01",
    "-2026-01-01", "2026/01/01", "12026-01-01", "2026-W01-1", "2026-001", "1776868200",
    "\u{662}026-01-01", "2026-01-01T00:00:00.5.5Z", "2026-01-01T-1:00:00Z", "2026-01-01\u{B4}",
  ])
  func whatIsNoTimeIsRefused(text: String) { #expect(Timestamp(text) == nil) }

  @Test func timesAreOrderedBySecondsAndThenNanoseconds() throws {
    let texts = [
      "0000-01-01", "1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999999999Z", "1970-01-01",
      "1970-01-01T00:00:00.000000001Z", "1970-01-01T01:00:00+00:59", "2026-04-22T14:30:00Z",
      "2026-04-22T14:30:00.1Z", "2026-04-22T14:30:00.11Z", "9999-12-31",
    ]
    let times = try texts.map { try #require(Timestamp($0)) }
    for (index, time) in times.enumerated() {
      for (other, otherTime) in times.enumerated() {
        #expect((time < otherTime) == (index < other))
        #expect((time == otherTime) == (index == other))
      }
    }
  }

  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00:00Z"), (-1, 999_999_999, "1969-12-31T23:59:59.999999999Z"),
      (1_776_868_200, 120_000_000, "2026-04-22T14:30:00.12Z"),
      (1, 1, "1970-01-01T00:00:01.000000001Z"),
      (-62_167_219_200, 0, "0000-01-01T00:00:00Z"), (253_402_300_799, 0, "9999-12-31T23:59:59Z"),
      (951_782_400, 0, "2000-02-29T00:00:00Z"),
    ] as [(Int64, Int32, String)])
  func descriptionIsUTCWithTheDigitsItTakes(seconds: Int64, nanoseconds: Int32, text: String) {
    #expect(Timestamp(seconds: seconds, nanoseconds: nanoseconds).description == text)
  }

  @Test func descriptionReadsBackAsTheSameTime() {
    var random = SeededGenerator(for: "TimestampTests.description")
    for _ in 0..<2_000 {
      let time = Timestamp(
        seconds: Int64.random(in: -62_167_219_200...253_402_300_799, using: &random),
        nanoseconds: Int32.random(in: 0..<1_000_000_000, using: &random))
      #expect(Timestamp(time.description) == time, "\(time), seed \(random.seed)")
    }
  }

  @Test(arguments: [
    "0000-01-01T00:00:00+00:01", "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59-00:01",
    "9999-12-31T23:59:60Z", "9999-12-31T00:00:01-23:59",
  ])
  func timeOutsideOfFourDigitYearsIsRefusedOrReadsBack(text: String) {
    // A description such as 00-1-12-31 in a manifest would be no time to anybody.
    guard let time = Timestamp(text) else { return }
    #expect(Timestamp(time.description) == time, "\(time)")
  }
}
