import TestSupport
import Testing

@Suite struct TableCheckTests {
  @Test func tablesGiveTheirEventsBack() throws {
    let complaints = try FuzzInputs.complaints(
      of: "table", seeds: TableCheck.seeds, rounds: 1_000, check: TableCheck.complaint)
    #expect(complaints == [])
  }
}
