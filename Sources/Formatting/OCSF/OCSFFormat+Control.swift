import Bytes
import DecisionEvent
import EventJSON

// What was decided: the profile security_control.
extension OCSFFormat {
  mutating func appendControl(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let outcome = reader.outcome(in: line)
    let control = outcome?.known.map(OCSFControl.of) ?? .undecided
    Self.append(control.severity, "severity_id", "severity", to: &output)
    Self.append(control.status, "status_id", "status", to: &output)
    if let reason = mapper.take(mapper.facts.reason, line, &reader) {
      output.append(name: "status_detail")
      output.append(string: reason, of: line)
    }
    if let outcome, outcome.known == nil, outcome.word.start < outcome.word.end {
      if outcome.word.isString { mapper.note(outcome.word) }
      Self.append(other: outcome.word, line, "action_id", "action", to: &output)
      Self.append(other: outcome.word, line, "disposition_id", "disposition", to: &output)
    } else {
      Self.append(control.action, "action_id", "action", to: &output)
      Self.append(control.disposition, "disposition_id", "disposition", to: &output)
    }
    if let isAlert = control.isAlert {
      output.append(name: "is_alert")
      output.append(constant: isAlert ? "true" : "false")
    }
  }

  private static func append(
    _ choice: OCSFControl.Choice, _ number: StaticString, _ caption: StaticString,
    to output: inout Output
  ) {
    output.append(name: number, number: choice.number)
    output.append(name: caption, word: choice.caption)
  }

  /// A word of the source's own.
  private static func append(
    other word: Field, _ line: Span<UInt8>, _ number: StaticString, _ caption: StaticString,
    to output: inout Output
  ) {
    output.append(name: number, number: OCSFControl.other)
    output.append(name: caption)
    output.append(string: word, of: line)
  }

  /// Every policy with its verdict, and the one that decided.
  mutating func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    var decisive = Field.absent
    var severest = Outcome.allowed
    var isFirst = true
    _ = reader.anyPolicy(line) { reader, policy in
      let verdict = reader.outcomeWord(policy.verdict, line)
      if let verdict, verdict > severest, policy.name.isScalar {
        severest = verdict
        decisive = policy.name
      }
      if isFirst {
        output.append(name: "authorizations")
        output.append(.openBracket)
      }
      isFirst = false
      output.separate()
      Self.append(policy, verdict, line, to: &output)
      return false
    }
    if !isFirst { output.append(.closeBracket) }
    guard decisive.isScalar else { return }
    output.append(object: "policy")
    output.append(name: "name")
    output.append(string: decisive, of: line)
    output.append(name: "is_applied")
    output.append(constant: "true}")
  }

  private static func append(
    _ policy: Policy, _ verdict: Outcome?, _ line: Span<UInt8>, to output: inout Output
  ) {
    output.append(.openBrace)
    if let verdict {
      output.append(name: "decision")
      output.append(.quote)
      output.append(verdict.name)
      output.append(.quote)
    } else if policy.verdict.isScalar {
      output.append(name: "decision")
      output.append(string: policy.verdict, of: line)
    }
    if policy.name.isScalar {
      output.append(object: "policy")
      output.append(name: "name")
      output.append(string: policy.name, of: line)
      output.append(.closeBrace)
    }
    output.append(.closeBrace)
  }
}
