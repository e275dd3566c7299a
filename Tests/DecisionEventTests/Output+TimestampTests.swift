import Bytes
import DecisionEvent
import TestSupport
import Testing

@Suite struct OutputTimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", "0.000", "0", "1970-01-01T00:00:00Z"),
      ("2026-04-22T14:30:00Z", "1776868200.000", "1776868200000", "2026-04-22T14:30:00Z"),
      (
        "2026-04-22T16:30:00.1239999+02:00", "1776868200.123", "1776868200123",
        "2026-04-22T14:30:00.123999Z"
      ),
      ("1969-12-31T23:59:59.999999999Z", "-0.001", "-1", "1969-12-31T23:59:59.999999Z"),
      ("1969-12-31T23:59:59.0001Z", "-1.000", "-1000", "1969-12-31T23:59:59.0001Z"),
      ("1969-12-31T23:59:58.250Z", "-1.750", "-1750", "1969-12-31T23:59:58.25Z"),
      ("1970-01-01T00:00:00.000000999Z", "0.000", "0", "1970-01-01T00:00:00Z"),
      ("2016-12-31T23:59:60Z", "1483228800.000", "1483228800000", "2017-01-01T00:00:00Z"),
      ("0000-01-01T00:00:00Z", "-62167219200.000", "-62167219200000", "0000-01-01T00:00:00Z"),
      (
        "9999-12-31T23:59:59.999999999Z", "253402300799.999", "253402300799999",
        "9999-12-31T23:59:59.999999Z"
      ),
      (
        "2026-04-22T14:30:00.00001Z", "1776868200.000", "1776868200000",
        "2026-04-22T14:30:00.00001Z"
      ),
    ])
  func timesAreRoundedDown(text: String, seconds: String, milliseconds: String, syslog: String)
    throws
  {
    let time = try #require(Timestamp(text))
    func written(_ body: (inout Output) -> Void) -> String {
      String(decoding: collect(body), as: UTF8.self)
    }
    #expect(written { $0.append(seconds: time) } == seconds)
    #expect(written { $0.append(milliseconds: time) } == milliseconds)
    #expect(written { $0.append(rfc3339: time, fraction: .upTo(6)) } == syslog)
  }

  @Test func aFractionHasAsManyDigitsAsAreAskedFor() throws {
    let time = try #require(Timestamp("0987-06-05T04:03:02.0019Z"))
    let written = collect { $0.append(time: time, fraction: .exactly(3)) }
    #expect(String(decoding: written, as: UTF8.self) == "0987-06-05T04:03:02.001")
  }
}
