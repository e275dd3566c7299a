import DecisionEvent
import EventJSON
import Testing

@testable import Filtering

@Suite struct MatchStageTests {
  private func keeps(
    _ criterion: Criterion, _ values: [String], _ event: String, isInverted: Bool = false
  ) throws -> Bool {
    var request = SelectionRequest()
    request.values[criterion] = values
    return try FilteringTests.keeps(request, event, isInverted: isInverted)
  }

  @Test(
    arguments: [
      (Criterion.team, ["legal"], #"{"team":"team_legal"}"#, true),
      (.team, ["team_legal"], #"{"team":"team_legal"}"#, true),
      (.team, ["hr", "leg*"], #"{"team":"legal"}"#, true),
      (.team, ["hr"], #"{"team":"legal"}"#, false),
      (.team, ["*"], "{}", false), (.team, ["null"], #"{"team":null}"#, false),
      (.user, ["usr_1"], #"{"user":{"id":"usr_1","email":"a@b"}}"#, true),
      (.user, ["a@b"], #"{"user":{"id":"usr_1","email":"a@b"}}"#, true),
      (.user, ["*@b"], #"{"user":"a@b"}"#, true),
      (.model, ["gpt-4o"], #"{"model":"openai/gpt-4o"}"#, true),
      (.model, ["openai/*"], #"{"model":"openai/gpt-4o"}"#, true),
      (.model, ["openai/*"], #"{"model":"gpt-4o","provider":"openai"}"#, true),
      (.model, ["azure/*"], #"{"model":"gpt-4o","provider":"openai"}"#, false),
      (.provider, ["openai"], #"{"model":"openai/gpt-4o"}"#, true),
      (.verdict, ["passed"], #"{"decision":"warn"}"#, true),
      (.verdict, ["modified"], #"{"decision":"redact"}"#, true),
      (.verdict, ["=modified"], #"{"decision":"redact"}"#, false), (.verdict, ["all"], "{}", true),
      (.verdict, ["blocked"], #"{"event_type":"blocked"}"#, true),
      (.verdict, ["odd"], #"{"decision":"odd"}"#, true),
      (.verdict, ["blocked"], #"{"policies_evaluated":[{"name":"a","verdict":"deny"}]}"#, true),
      (
        .verdict, ["blocked"], #"{"decision":"allowed","policies_evaluated":[{"verdict":"deny"}]}"#,
        false
      ),
      (
        .policyVerdict, ["blocked"],
        #"{"decision":"allowed","policies_evaluated":[{"verdict":"deny"}]}"#, true
      ),
      (.policyVerdict, ["modified"], #"{"policies_evaluated":[{"verdict":"redact"}]}"#, false),
      (.policyVerdict, ["blocked"], #"{"policy_name":"dlp","action":"block"}"#, true),
      (.policy, ["dlp"], #"{"policy_name":"dlp","action":"block"}"#, true),
      (.policy, ["dlp=blocked"], #"{"policy_name":"dlp","action":"block"}"#, true),
      (
        .policy, ["a=blocked"],
        #"{"policies_evaluated":[{"name":"a","verdict":"pass"},{"name":"b","verdict":"block"}]}"#,
        false
      ),
      (
        .policy, ["b=deny"],
        #"{"policies_evaluated":[{"name":"a","verdict":"pass"},{"name":"b","verdict":"block"}]}"#,
        true
      ),
      (.policy, ["b"], #"{"policies_triggered":["b"]}"#, true),
      (.policy, ["b=allowed"], #"{"policies_triggered":["b"]}"#, false),
      (.policy, ["p*=all"], #"{"policies_applied":["pii"]}"#, true),
      (.type, ["blocked"], #"{"event_type":"blocked"}"#, false),
      (.id, ["1"], #"{"id":1}"#, true), (.org, ["o"], #"{"org_id":"o"}"#, true),
    ] as [(Criterion, [String], String, Bool)])
  func criteriaSelectByTheirFields(
    criterion: Criterion, values: [String], event: String, expected: Bool
  ) throws {
    #expect(try keeps(criterion, values, event) == expected)
    #expect(try keeps(criterion, values, event, isInverted: true) == !expected)
  }

  @Test func differentCriteriaMustAllFit() throws {
    var request = SelectionRequest()
    request.values = [.team: ["legal", "hr"], .role: ["admin"]]
    let events = [
      #"{"team":"hr","role":"admin"}"#, #"{"team":"hr","role":"user"}"#, #"{"role":"admin"}"#,
    ]
    #expect(try events.map { try FilteringTests.keeps(request, $0) } == [true, false, false])
  }

  @Test(arguments: [
    ("2026-04-22T00:00:00Z", true), ("2026-04-21T23:59:59.999999999Z", false),
    ("2026-04-22T23:59:59.999999999Z", true), ("2026-04-23T00:00:00Z", false),
    ("2026-04-23T01:59:59+02:00", true), ("no time", false),
  ])
  func windowIsHalfOpen(time: String, expected: Bool) throws {
    var request = SelectionRequest()
    request.filters = ["since=2026-04-22", "until=2026-04-23"]
    #expect(try FilteringTests.keeps(request, "{\"timestamp\":\"\(time)\"}") == expected)
    request.filters = ["date_from=2026-04-22", "date-to=2026-04-22"]
    #expect(try FilteringTests.keeps(request, "{\"created_at\":\"\(time)\"}") == expected)
  }

  @Test(arguments: [
    ("team=legal,hr", #"{"team":"hr"}"#, true),
    ("policy_verdict=blocked", #"{"policies_evaluated":[{"verdict":"deny"}]}"#, true),
    (".usage.input_tokens=1.10", #"{"usage":{"input_tokens":1.10}}"#, true),
    ("outcome=passed", #"{"decision":"warn"}"#, true), ("cost=1*", #"{"cost":1.5}"#, true),
    ("reason=a=b", #"{"reason":"a=b"}"#, true), (#"reason=a\,b"#, #"{"reason":"a,b"}"#, true),
    ("escalation.reviewer=x", #"{"escalation":{"reviewer":"x"}}"#, true), (".x=y", "{}", false),
  ])
  func filtersNameCriteriaFieldsAndPaths(filter: String, event: String, expected: Bool) throws {
    var request = SelectionRequest()
    request.filters = [filter]
    #expect(try FilteringTests.keeps(request, event) == expected)
  }

  @Test(arguments: [[""], [","], ["legal", ""]])
  func emptyValueIsRefusedAsItWouldSelectEverything(values: [String]) {
    #expect(throws: SelectionProblem.self) { try keeps(.team, values, "{}") }
  }

  @Test(arguments: [
    "team", "team=", ".x=", "=x", "tem=x", ".a..b=x", "since=soon", "date-to=7d", "nothing=x",
  ])
  func brokenFilterIsAProblem(filter: String) {
    var request = SelectionRequest()
    request.filters = [filter]
    let problem = #expect(throws: SelectionProblem.self) {
      try FilteringTests.keeps(request, "{}")
    }
    #expect(problem?.option == "--filter")
  }

  @Test func emptyRequestKeepsEveryEventAndNoBrokenLine() throws {
    #expect(try FilteringTests.keeps(SelectionRequest(), #"{"team":"a","team":"b"}"#))
    #expect(throws: JSONProblem(.expectedValue, at: 5)) {
      try FilteringTests.keeps(SelectionRequest(), #"{"a":}"#)
    }
  }

  @Test func doubledMemberIsMalformedWhereItIsRead() {
    #expect(throws: JSONProblem(.duplicateMember, at: 14)) {
      try keeps(.team, ["legal"], #"{"team":"hr" ,"team":"legal"}"#)
    }
  }
}
