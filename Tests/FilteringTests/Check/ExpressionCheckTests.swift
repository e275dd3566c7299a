import TestSupport
import Testing

@Suite struct ExpressionCheckTests {
  @Test func expressionsMeanWhatTheirPrintMeans() throws {
    let complaints = try FuzzInputs.complaints(
      of: "expression", seeds: ExpressionCheck.seeds, rounds: 2_000,
      check: ExpressionCheck.complaint)
    #expect(complaints == [])
  }
}
