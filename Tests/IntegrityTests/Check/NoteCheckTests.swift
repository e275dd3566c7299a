import TestSupport
import Testing

@Suite struct NoteCheckTests {
  @Test func notesAreWrittenAsTheyWereRead() throws {
    let complaints = try FuzzInputs.complaints(
      of: "note", seeds: NoteCheck.seeds, rounds: 2_000, check: NoteCheck.complaint)
    #expect(complaints == [])
  }
}
