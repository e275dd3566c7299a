import Stages
import Testing

@testable import Checking

@Suite struct RequirementTests {
  @Test func namesAreChecks() throws {
    #expect(try Requirement.parse(["all"], given: []) == .all)
    #expect(try Requirement.parse(["none"], given: []) == .checks([]))
    #expect(
      try Requirement.parse(["outcome", "ids-unique"], given: [])
        == .checks([.outcome, .uniqueIDs]))
    #expect(try Requirement.parse(["gaps"], given: ["--max-gap"]) == .checks([.gaps]))
  }

  @Test(
    arguments: [
      (["gap"], "--require: unknown check 'gap'; did you mean 'gaps'?"),
      ([], "--require: expected names"), (["gaps"], "--require: gaps needs --max-gap"),
      (["outcome", "all"], "--require: unknown check 'all'"),
    ])
  func aCheckThatCanNotBeMadeIsNotRequired(names: [String], expected: String) {
    do throws(Problem) {
      _ = try Requirement.parse(names, given: [])
      Issue.record("\(names) is taken")
    } catch {
      #expect(error.status == .usage && error.message.hasPrefix(expected))
    }
  }
}
