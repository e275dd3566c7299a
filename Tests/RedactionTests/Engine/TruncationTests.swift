import Bytes
import TestSupport
import Testing

@testable import Redaction

@Suite struct TruncationTests {
  private func truncated(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    var output = Output(capacity: 64)
    guard Truncation.append(bytes.span, into: &output) else {
      #expect(output.count == 0)
      return nil
    }
    return text(output.bytes)
  }

  @Test(arguments: [
    "2026-04", "2026-04-22", "2026-04-22T09:30:00Z", "2026-04-22t09:30:00+01:00",
    "2026-04-22 09:30",
  ])
  func datesBecomeTheirMonth(value: String) { #expect(truncated(value) == "2026-04") }

  @Test func addressesBecomeTheirNetworks() {
    #expect(truncated("192.0.2.77") == "192.0.2.0")
    #expect(truncated("2001:db8:1:2:3:4:5:6") == "2001:db8:1::")
    #expect(truncated("2001:db8:1:2::1%eth0") == "2001:db8:1::")
  }

  @Test(arguments: [
    "", "2026", "2026-4-22", "2026-04-2", "2026-04-22x", "20260422", "2026-04-22_1", "192.0.2",
    "192.0.2.256", "nobody",
  ])
  func whatHasNoCoarserFormHasNone(value: String) { #expect(truncated(value) == nil) }

  @Test(arguments: ["2026-04-22", "192.0.2.77", "2001:db8:1:2::1"])
  func theCoarserFormStaysAsItIs(value: String) throws {
    let once = try #require(truncated(value))
    #expect(truncated(once) == once)
  }
}
