import Bytes
import DecisionEvent
import EventJSON
import Filtering
import Testing

@Suite struct SelectionConditionTests {
  private func decide(
    _ expression: String, _ event: String, hiding hidden: [String] = []
  ) throws -> Bool? {
    var request = SelectionRequest()
    request.expressions = [expression]
    var condition = SelectionCondition(try Selection(request, now: .now))
    let paths = try hidden.map { try FieldPath($0) }
    let line = Array(event.utf8)
    return try condition.decide(line.span) { paths.contains($0) }
  }

  private let event = #"{"team":"legal","user":{"id":"u1"},"cost_usd":3}"#

  @Test(arguments: [
    (#"team == "legal""#, true), (#"team == "hr""#, false), (#"not team == "hr""#, true),
  ])
  func nothingHiddenIsDecidedAsEver(expression: String, answer: Bool) throws {
    #expect(try decide(expression, event) == answer)
  }

  @Test func testOfAHiddenFieldIsOpenWhateverIsShownThere() throws {
    #expect(try decide(#"team == "legal""#, event, hiding: ["team"]) == nil)
    #expect(try decide(#"not team == "hr""#, event, hiding: ["team"]) == nil)
    #expect(try decide("team exists", event, hiding: ["team"]) == nil)
    #expect(try decide(#"team == "legal""#, event, hiding: ["input"]) == true)
  }

  @Test func openTestDecidesNothingThatTheOthersDecide() throws {
    let cheap = "cost < 1"
    let dear = "cost > 1"
    let open = #"team == "legal""#
    #expect(try decide("\(open) and \(cheap)", event, hiding: ["team"]) == false)
    #expect(try decide("\(open) and \(dear)", event, hiding: ["team"]) == nil)
    #expect(try decide("\(open) or \(dear)", event, hiding: ["team"]) == true)
    #expect(try decide("\(open) or \(cheap)", event, hiding: ["team"]) == nil)
  }

  @Test func outcomeIsOpenWhereAPolicyIsHidden() throws {
    let blocked = #"{"policies_evaluated":[{"name":"p","verdict":"block"}]}"#
    #expect(try decide(#"outcome == "blocked""#, blocked) == true)
    #expect(
      try decide(
        #"outcome == "blocked""#, blocked, hiding: ["policies_evaluated[].verdict"]) == nil)
  }

  @Test func pathsAreAllThatAFieldMayStandUnder() throws {
    var request = SelectionRequest()
    request.expressions = [#"team == "x" and .a.b[].c == 1"#]
    let condition = SelectionCondition(try Selection(request, now: .now))
    let paths = Set(condition.paths.map(\.description))
    #expect(paths.isSuperset(of: ["team", "team_id", "team.name", "a.b[].c"]))
  }
}
