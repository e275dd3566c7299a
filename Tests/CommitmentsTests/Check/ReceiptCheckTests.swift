import TestSupport
import Testing

@Suite struct ReceiptCheckTests {
  @Test func receiptsProveNothingThatWasChanged() throws {
    let complaints = try FuzzInputs.complaints(
      of: "receipt", seeds: ReceiptCheck.seeds, rounds: 1_000, check: ReceiptCheck.complaint)
    #expect(complaints == [])
  }
}
