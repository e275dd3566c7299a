import TestSupport
import Testing

@Suite struct PatternCheckTests {
  @Test func matchesAreThoseOfTryingEveryPlace() throws {
    let complaints = try FuzzInputs.complaints(
      of: "pattern", seeds: PatternCheck.seeds, rounds: 500, check: PatternCheck.complaint)
    #expect(complaints == [])
  }
}
