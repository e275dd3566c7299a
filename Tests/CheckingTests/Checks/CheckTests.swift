import Testing

@testable import Checking

@Suite struct CheckTests {
  @Test func everyCheckIsFoundByItsName() {
    for check in Check.allCases { #expect(Check(name: check.name) == check) }
    #expect(Set(Check.allCases.map(\.name)).count == Check.allCases.count)
    #expect(Check(name: "Outcome") == nil && Check(name: "") == nil)
  }

  @Test func claimsAreSentencesWithoutAStop() {
    for check in Check.allCases {
      #expect(check.claim.first?.isLowercase == true && check.claim.last != ".")
    }
  }
}
