import Testing

@testable import Checking

@Suite struct ConversationChecksTests {
  private func turns(_ conversation: String, _ turns: [String]) -> [String] {
    turns.map { #"{"id":"e","conversation_id":"\#(conversation)","turn":\#($0)}"# }
  }

  @Test func noTurnIsMissingBetweenTheFirstAndTheLast() throws {
    let whole = turns("a", ["3", "1", "2", "2", "4"]) + turns("b", ["7"])
    #expect(try text(of: .conversations, on: whole) == "passed 2")
    let holed = turns("a", ["1", "5", "3"]) + turns("b", ["0", "1"]) + turns("c", ["-1", "1"])
    let report = try report(on: holed)
    #expect(report.text(of: .conversations) == "failed 2 of 3: turns missing 2: a c")
    let row = try #require(report.rows.first { $0.check == .conversations })
    #expect(row.offenders.map(\.missingTurns) == [[2, 4], [0]])
  }

  @Test func turnsHaveSeveralNames() throws {
    let events = [
      #"{"session_id":"a","turn_number":1}"#, #"{"session_id":"a","turn_index":"3"}"#,
    ]
    #expect(try text(of: .conversations, on: events) == "failed 1 of 1: turns missing 1: a")
  }

  @Test func eventsWithoutANumberSayNothing() throws {
    let events = [#"{"conversation_id":"a"}"#, #"{"turn":1}"#, #"{"turn":null}"#]
    #expect(try text(of: .conversations, on: events) == "nothing to look at")
  }

  @Test func whatIsNoWholeNumberFails() throws {
    let events = turns("a", ["1", "1.5", "\"two\"", "1234567890123456789", "\"\""])
    #expect(
      try text(of: .conversations, on: events)
        == "failed 1 of 1: turn is no whole number 1: e@2")
  }

  @Test func aConversationFailsOnceHoweverMuchIsWrong() throws {
    let events =
      turns("a", ["1.5", "1", "3", "\"x\""]) + turns("b", ["\"x\""]) + turns("c", ["5", "7"])
      + turns("d", ["-4"])
    #expect(
      try text(of: .conversations, on: events)
        == "failed 3 of 4: turns missing 2, turn is no whole number 2: e@1 e@5 c")
  }

  @Test func farTurnsCostNoTime() throws {
    let report = try report(on: turns("a", ["-999999999999999999", "999999999999999999"]))
    let row = try #require(report.rows.first { $0.check == .conversations })
    #expect(row.offenders.first?.missingTurns.count == 10)
  }
}
