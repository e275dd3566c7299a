import DecisionEvent
import Testing

@testable import Filtering

@Suite struct ExpressionParserTests {
  private static let event = #"""
    {"event_id":"e1","timestamp":"2026-04-22T14:30:00Z","team":"team_legal","model":"openai/gpt-4o",
    "policy_outcome":"deny","usage":{"input_tokens":9007199254740993},"cost_usd":1.10,"input":"a\nb",
    "tags":["x","y"],"flag":true,"none":null,"p":[{"score":0.5},{"score":7}],"latency_ms":"12"}
    """#

  @Test(arguments: [
    (#"team == "legal""#, true), (#"team == "team_legal""#, true), (#"team != "legal""#, false),
    (#"team != "hr""#, true), (#"provider == "openai""#, true), (#"model == "gpt-4o""#, true),
    (#"model == "openai/gpt-4o""#, true), (#"model != "openai/gpt-4o""#, false),
    (#"model == "azure/gpt-4o""#, false), (#"outcome == "blocked""#, true),
    (#"outcome == "DENIED""#, true), (#"outcome == "deny""#, true),
    (#"outcome != "blocked""#, false),
    ("tokens.input > 9007199254740992", true), ("tokens.input > 9007199254740993", false),
    ("tokens.input == 9007199254740993.0", true), ("tokens.input < 1e400", true),
    ("cost == 1.1", true), ("cost >= 1.10", true), (#"cost == "1.10""#, false),
    ("latency_ms == 12", false), (#"latency_ms == "12""#, true), ("tokens.output == 0", false),
    ("tokens.output != 0", false), ("not tokens.output == 0", true), ("exists tokens.input", true),
    ("exists(tokens.output)", false), ("tokens.input exists", true), ("not exists .nothing", true),
    (".none == null", true), (".none != null", false), (".nothing == null", false),
    (".flag == true", true), (".flag == false", false), (".flag != false", true),
    (#".tags == "y""#, true), (#".tags[] == "y""#, true), (#".tags != "x""#, true),
    (".p[].score > 5", true), (".p[].score > 7", false), ("id in (\"e0\", 'e1')", true),
    ("tokens.input in (1, 2)", false), (#"input contains "a\nb""#, true),
    (#"input contains "anb""#, false),
    (#"model ~ "^gpt-[0-9]o$""#, true), (#"model ~ "^openai""#, false), (#"id ~ "^E""#, false),
    ("timestamp >= 2026-04-22", true), ("timestamp < 2026-04-22T16:30:00.1+02:00", true),
    (#"timestamp == "2026-04-22T14:30:00+00:00""#, true),
    ("timestamp > 2026-04-22T14:30:00Z", false),
    (#"id == "x" or id == "e1" and team == "hr""#, false),
    (#"(id == "x" or id == "e1") and team == "legal""#, true),
    (#"not (id == "x" or id == "e1")"#, false),
    (#"not id == "x" and not team == "hr""#, true), (#"not not id == "e1""#, true),
    (#".timestamp > "2026-04-22T16:29:59+02:00""#, true), (#".id == "e1""#, false),
  ])
  func expressionsHoldAsTheyRead(expression: String, expected: Bool) throws {
    #expect(try keeps(expression, Self.event) == expected)
  }

  @Test(arguments: [
    ("", 1), ("   ", 4), ("team", 5), ("team ==", 8), ("team == legal", 9), ("tem == \"x\"", 1),
    ("team == \"x\" team", 13), ("team == \"x\" and", 16), ("(team == \"x\"", 13),
    ("team == \"x\")", 12),
    ("and", 1), ("not", 4), ("\"x\" == team", 1), ("team in \"x\"", 9), ("team in ()", 10),
    ("team in (\"x\"", 13), ("team in (\"x\",)", 14), ("team ~ x", 8), ("team ~ \"(\"", 8),
    ("team ~ \"(a)\\1\"", 8), ("team ~ \"\"", 8), ("team contains 5", 15),
    ("team contains \"\"", 15),
    (".a..b == 1", 4), (".a[0] == 1", 4), ("timestamp > 5x", 13), ("timestamp > \"soon\"", 13),
    ("timestamp > 2026-02-30", 13), ("tokens.input > 01", 16), ("tokens.input > 1.2.3", 16),
    ("exists", 7), ("exists (team", 13), ("é == 1", 1), ("team == \"é\" x", 13),
  ])
  func problemIsToldAtItsColumn(expression: String, column: Int) {
    let problem = #expect(throws: SelectionProblem.self) { try keeps(expression, "{}") }
    #expect(problem?.location?.column == column, "\(problem?.reason ?? "")")
    #expect(problem?.location?.text == expression)
  }

  @Test func misspelledFieldIsCorrected() {
    let near = #expect(throws: SelectionProblem.self) { try keeps("tokens.inputs > 1", "{}") }
    #expect(near?.reason.contains("'tokens.input'") == true)
    let raw = #expect(throws: SelectionProblem.self) { try keeps("something_else > 1", "{}") }
    #expect(raw?.reason.contains("begins with a dot") == true)
  }

  @Test func nestingIsLimited() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + #"id == "e1""#
        + String(repeating: close, count: depth)
    }
    #expect(try keeps(nested(150, "(", ")"), Self.event))
    #expect(try keeps(nested(150, "not ", ""), Self.event))
    for (open, close) in [("(", ")"), ("not ", "")] {
      #expect(throws: SelectionProblem.self) { try keeps(nested(100_000, open, close), "{}") }
    }
  }
}
