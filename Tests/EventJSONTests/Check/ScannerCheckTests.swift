import TestSupport
import Testing

@Suite struct ScannerCheckTests {
  @Test func linesAreReadAsByTheReferenceAndFoundation() throws {
    let complaints = try FuzzInputs.complaints(
      of: "scanner", seeds: ScannerCheck.seeds, rounds: 2_000, check: ScannerCheck.complaint)
    #expect(complaints == [])
  }
}
