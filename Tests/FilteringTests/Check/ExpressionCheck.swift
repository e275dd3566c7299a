import Bytes
import DecisionEvent
import EventJSON
import Stages

@testable import Filtering

/// What must hold of every expression and event: tests of random ones and the fuzzer share it.
///
/// The first line of an input is an expression, and the rest an event; where it is none, others
/// are asked.
enum ExpressionCheck {
  private static let events = [
    #"""
    {"event_id":"e1","timestamp":"2026-04-22T14:30:00Z","team":"team_legal","model":"openai/gpt-4o",
    "policy_outcome":"deny","usage":{"input_tokens":9007199254740993},"cost_usd":1.10,"input":"a\nb",
    "tags":["x","y"],"flag":true,"none":null,"p":[{"score":0.5},{"score":7}],"latency_ms":"12",
    "policies_evaluated":[{"name":"pii","verdict":"redact"}],"user":{"id":"u","email":"u@example.com"}}
    """#, #"{"user_id":"u","decision":"odd","citations":["a",{"asset":"b"}]}"#, "{}",
  ]

  /// Expressions to begin with, each with an event.
  static let seeds =
    [
      #"team == "legal" and not (model != "openai/gpt-4o" or provider == 'openai')"#,
      #"tokens.input > 9007199254740992 and cost >= 1.10 or cost in (1, -2.5e3, "x")"#,
      #"timestamp >= 2026-04-22 and timestamp < "2026-04-22T16:30:00.1+02:00""#,
      #"input contains "a\nb\u00e9\ud83d\ude00" or id ~ "^e[0-9]+$" or exists(tokens.output)"#,
      #".p[].score > 5 and .tags[] == "y" and ."a.b\"c".d exists and .none == null"#,
      #"outcome == "deny" or policies.verdict in ("pass", "REDACT") or .flag != false"#,
      #"escalation.decided_at < 7d and .timestamp > "2026-04-22T16:29:59+02:00""#,
    ].map { Array("\($0)\n\(events[0])".utf8) }

  private static let now = Timestamp(seconds: 1_776_868_200)

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    let parts = input.split(separator: .newline, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: parts.first ?? [], as: UTF8.self)
    guard let compiled = compiled(text) else { return nil }
    let printed = ExpressionText.text(of: compiled.root, in: compiled.compiler)
    guard let again = Self.compiled(printed) else { return "no expression: \(printed)" }
    let explanation = explanation(of: text)
    if let explanation, explanation != Self.explanation(of: printed), !text.isAboutNow {
      return "another meaning: \(printed)"
    }
    let given = parts.count > 1 ? Array(parts[1]) : []
    for line in [given] + events.map({ Array($0.utf8) }) {
      guard let kept = keeps(compiled.selection, line) else { continue }
      if keeps(again.selection, line) != kept { return "another answer: \(printed)" }
      guard let opposite = Self.compiled("not (\(text))") else { continue }
      if keeps(opposite.selection, line) == kept { return "an event fits both it and its opposite" }
    }
    return nil
  }

  private typealias Compiled = (selection: Selection, compiler: SelectionCompiler, root: Int)

  private static func request(_ text: String) -> SelectionRequest {
    var request = SelectionRequest()
    request.expressions = [text]
    return request
  }

  /// An expression, or nil where it is none; its problem has a place in it.
  private static func compiled(_ text: String) -> Compiled? {
    do throws(SelectionProblem) {
      return try Selection.compile(request(text), now: now)
    } catch {
      let length = text.unicodeScalars.count
      precondition(
        error.location.map { 1...length + 1 ~= $0.column } ?? false, "a problem has a place")
      return nil
    }
  }

  private static func explanation(of text: String) -> String? {
    var output = Output(capacity: 256)
    do throws(SelectionProblem) {
      try Explanation.write(request(text), isInverted: false, now: now, into: &output)
    } catch {
      return nil
    }
    let isJSON = (try? Skip.onlyValue(output.bytes)) != nil
    precondition(isJSON, "an explanation is JSON")
    return String(copying: output.bytes)
  }

  /// Whether an event is kept; nil where it is malformed.
  private static func keeps(_ selection: Selection, _ line: [UInt8]) -> Bool? {
    var stage = MatchStage(selection, isInverted: false, observing: true)
    var output = Output(capacity: 1)
    do throws(JSONProblem) {
      if case .keep = try stage.process(line.span, into: &output) { return true }
      return false
    } catch {
      return nil
    }
  }
}

extension String {
  /// Whether a span of time back from now may stand in an expression: it moves from one parse to
  /// the next.
  fileprivate var isAboutNow: Bool {
    contains { "smhdw".contains($0) } && contains(where: \.isNumber)
  }
}
