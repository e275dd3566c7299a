import TestSupport
import Testing

@Suite struct TimestampCheckTests {
  @Test func timesAreThoseOfAPlainReader() throws {
    let complaints = try FuzzInputs.complaints(
      of: "timestamp", seeds: TimestampCheck.seeds, rounds: 2_000, check: TimestampCheck.complaint)
    #expect(complaints == [])
  }
}
