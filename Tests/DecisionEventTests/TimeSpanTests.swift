import DecisionEvent
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("0s", 0), ("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("2w", 1_209_600),
  ])
  func spansHaveANumberAndAUnit(text: String, seconds: Int64) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "h", "1", "1y", "-1h", "1.5h", " 1h", "1h ", "9999999999999999999s", "4000000d", "+1h",
  ])
  func whatIsNoSpanIsRefused(text: String) {
    #expect(TimeSpan(text) == nil)
  }
}
