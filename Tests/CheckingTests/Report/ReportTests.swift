import Testing

@testable import Checking

@Suite struct ReportTests {
  private func share(_ failed: Int, of asked: Int) -> String? {
    Report.Row(
      check: .outcome, result: .failed, isRequired: true, asked: asked, failed: failed,
      faults: [], offenders: [], references: []
    ).share
  }

  @Test func sharesAreRoundedButNeverToNoneOrAll() {
    #expect(share(0, of: 0) == nil)
    #expect(share(0, of: 7) == "0.0000")
    #expect(share(1, of: 3) == "33.3333")
    #expect(share(2, of: 3) == "66.6667")
    #expect(share(7, of: 7) == "100.0000")
    #expect(share(1, of: 100_000_000) == "0.0001")
    #expect(share(99_999_999, of: 100_000_000) == "99.9999")
    #expect(share(3, of: 1_000) == "0.3000")
    #expect(share(Int.max, of: Int.max) == nil)
  }

  @Test func onlyRequiredChecksFailAStream() throws {
    func failure(_ requirement: Requirement) throws -> String? {
      try report(on: [#"{"id":"a"}"#]) { $0.requirement = requirement }.failure
    }
    #expect(
      try failure(.all)
        == "failed: outcome (1 of 1), policies (1 of 1), model (1 of 1), usage (1 of 1), "
        + "config-version (1 of 1), time-range (1 of 1)")
    #expect(try failure(.checks([.model, .uniqueIDs, .gaps])) == "failed: model (1 of 1)")
    #expect(try failure(.checks([])) == nil)
  }

  @Test func whatWasAskedForByNameAndNotMadeIsTold() throws {
    func notMade(_ requirement: Requirement) throws -> [Check] {
      try report(on: [#"{"id":"a"}"#]) { $0.requirement = requirement }.notMade
    }
    #expect(try notMade(.all) == [])
    #expect(try notMade(.checks([])) == [])
    #expect(
      try notMade(.checks([.uniqueIDs, .gaps, .model, .eventCount, .citations]))
        == [.eventCount, .citations, .gaps])
  }

  @Test func whatIsNotWholeHasNotPassed() throws {
    #expect(try !report(on: []).hasPassed)
  }
}
