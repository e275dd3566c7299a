import Bytes
import EventJSON
import TestSupport
import Testing
import Totals

@testable import Checking

@Suite struct UsageSumsTests {
  private func event(_ cost: String, _ tokens: String = "1", team: String = "a") -> String {
    #"{"id":"e","team":"\#(team)","user_id":"u","input_tokens":\#(tokens),"output_tokens":1,"cost":\#(cost)}"#
  }

  @Test func sumsAreExactForEachTeamAndUser() throws {
    let report = try report(on: [
      event("0.1", "9007199254740993"), event("0.2"), event("0.7", team: "b"),
    ])
    #expect(report.text(of: .usageSums) == "passed 3")
    let teams = report.teams.sorted(byKey: true).map { group in
      collect { report.teams.totals[group].cost.value?.write(into: &$0) }
    }
    #expect(teams.map { String(decoding: $0, as: UTF8.self) } == ["0.3", "0.7"])
    let tokens = collect { report.total.inputTokens.value?.write(into: &$0) }
    #expect(String(decoding: tokens, as: UTF8.self) == "9007199254740995")
    #expect(report.users.totals.count == 1)
  }

  @Test func whatIsNoNumberIsTold() throws {
    let report = try report(on: [event("\"0.1\""), event("1e400", "true"), event("1")])
    #expect(
      report.text(of: .usageSums) == "failed 2 of 3: not a number, or too long 2: e@1 e@2")
    #expect(report.text(of: .usage) == "passed 3")
  }

  @Test func whatIsAbsentFailsAsUsageAlone() throws {
    let report = try report(on: [event("null"), #"{"id":"x","cost":{"eur":1}}"#])
    #expect(
      report.text(of: .usage)
        == "failed 2 of 2: no tokens.input 1, no tokens.output 1, no cost 2: e@1 x@2")
    #expect(report.text(of: .usageSums) == "passed 1")
  }

  @Test func sumsThatDoNotFitFail() throws {
    let most = String(repeating: "9", count: 36)
    let report = try report(on: Array(repeating: event(most), count: 12))
    #expect(report.text(of: .usageSums).hasPrefix("failed "))
    #expect(report.text(of: .usageSums).contains(": sum too large "))
  }
}
