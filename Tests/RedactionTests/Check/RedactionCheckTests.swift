import TestSupport
import Testing

@Suite struct RedactionCheckTests {
  @Test func redactionIsDoneAtOnceAndBreaksNoLine() throws {
    let complaints = try FuzzInputs.complaints(
      of: "redaction", seeds: RedactionCheck.seeds, rounds: 300, check: RedactionCheck.complaint)
    #expect(complaints == [])
  }
}
