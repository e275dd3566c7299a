import Testing

@testable import Redaction

@Suite struct KindNameTests {
  @Test(arguments: ["A", "EMPLOYEE_ID", "X2"])
  func namesAreCapitalLettersDigitsAndLines(name: String) throws { try KindName.check(name) }

  @Test(arguments: [
    "", "a", "2X", "_X", "X-Y", "Ä", "X Y", "X\0", String(repeating: "X", count: 65),
    "EMAIL_ADDRESS",
  ])
  func othersAreRefused(name: String) {
    #expect(throws: RuleProblem.self) { try KindName.check(name) }
  }
}
