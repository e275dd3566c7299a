import ArgumentParser
import DecisionEvent
import EventJSON
import Foundation
import Stages
import TestSupport
import Testing

@testable import Command

@Suite struct EventOptionsTests {
  private let now = Timestamp(seconds: 1_776_868_200)

  private func window(_ arguments: [String]) throws -> TimeWindow {
    try TimeWindowOptions.parse(arguments).window(now: now)
  }

  @Test func boundsAreTimesDatesOrSpans() throws {
    #expect(try window([]).isUnbounded)
    let both = try window(["--since", "24h", "--until", "2026-04-22T00:00:00Z"])
    #expect(both.since == now.adding(seconds: -86_400))
    #expect(both.until == Timestamp("2026-04-22"))
    #expect(try window(["--from", "24h", "--to", "2026-04-22"]) == both)
  }

  @Test func inclusiveDayEndsAtItsMidnight() throws {
    #expect(try window(["--date-to", "2026-04-22"]).until == Timestamp("2026-04-23"))
    // The earlier of two ends counts.
    let both = try window(["--date-to", "2026-04-22", "--until", "2026-04-30"])
    #expect(both.until == Timestamp("2026-04-23"))
  }

  @Test(arguments: [
    ["--since", "soon"], ["--until", "2026-02-30"], ["--date-to", "7d"],
    ["--date-to", "2026-04-22T00:00:00Z"],
  ])
  func whatIsNoTimeIsAUsageProblem(arguments: [String]) {
    let problem = #expect(throws: Problem.self) { try window(arguments) }
    #expect(problem?.status == .usage)
    #expect(problem?.message.hasPrefix("\(arguments[0]): ") == true)
  }

  @Test func badTimeIsShownEscaped() {
    let problem = #expect(throws: Problem.self) { try window(["--since", "\u{1B}[2J"]) }
    #expect(problem?.message.contains("\u{1B}") == false)
  }

  @Test func mapFileAddsPathsAndTellsItsLine() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("map")
    try Data("# names\nteam = department\n".utf8).write(to: URL(fileURLWithPath: path))
    let dictionary = try DictionaryOptions.parse(["--map", path]).dictionary()
    #expect(dictionary.paths(of: .team).last?.description == "department")
    try Data("team = a\nnothing = b\n".utf8).write(to: URL(fileURLWithPath: path))
    let problem = #expect(throws: Problem.self) {
      try DictionaryOptions.parse(["--map", path]).dictionary()
    }
    #expect(problem?.status == .usage)
    #expect(problem?.message.hasPrefix("\(path):2: ") == true)
    let missing = #expect(throws: Problem.self) {
      try DictionaryOptions.parse(["--map", folder.path("nothing")]).dictionary()
    }
    #expect(missing?.status == .usage)
  }
}
