import Bytes
import DecisionEvent
import EventJSON

// What was decided: the profile security_control.
extension OCSFFormat {
  mutating func appendControl(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
  ) {
    let outcome = reader.outcome(in: line)
    let control = outcome?.known.map(OCSFControl.of) ?? .undecided
    append(control.severity, "severity_id", "severity", into: &output)
    append(control.status, "status_id", "status", into: &output)
    if let reason = mapper.take(mapper.facts.reason, line, &reader) {
      json.member("status_detail", string: reason, of: line, into: &output)
    }
    if let outcome, outcome.known == nil, outcome.word.start < outcome.word.end {
      if outcome.word.isString { mapper.note(outcome.word) }
      append(other: outcome.word, line, "action_id", "action", into: &output)
      append(other: outcome.word, line, "disposition_id", "disposition", into: &output)
    } else {
      append(control.action, "action_id", "action", into: &output)
      append(control.disposition, "disposition_id", "disposition", into: &output)
    }
    if let isAlert = control.isAlert {
      json.member("is_alert", boolean: isAlert, into: &output)
    }
  }

  private mutating func append(
    _ choice: OCSFControl.Choice, _ number: StaticString, _ caption: StaticString,
    into output: inout Output
  ) {
    json.member(number, integer: choice.number, into: &output)
    json.member(caption, constant: choice.caption, into: &output)
  }

  /// A word of the source's own.
  private mutating func append(
    other word: Field, _ line: Span<UInt8>, _ number: StaticString, _ caption: StaticString,
    into output: inout Output
  ) {
    json.member(number, integer: OCSFControl.other, into: &output)
    json.member(caption, string: word, of: line, into: &output)
  }

  /// Every policy with its verdict, and the one that decided.
  mutating func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader,
    into output: inout Output
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
      if isFirst { json.beginArray("authorizations", into: &output) }
      isFirst = false
      append(policy, verdict, line, into: &output)
      return false
    }
    if !isFirst { json.endArray(into: &output) }
    guard decisive.isScalar else { return }
    json.beginObject("policy", into: &output)
    json.member("name", string: decisive, of: line, into: &output)
    json.member("is_applied", boolean: true, into: &output)
    json.endObject(into: &output)
  }

  private mutating func append(
    _ policy: Policy, _ verdict: Outcome?, _ line: Span<UInt8>, into output: inout Output
  ) {
    json.beginObject(into: &output)
    if let verdict {
      json.key("decision", into: &output)
      json.outcome(verdict, into: &output)
    } else if policy.verdict.isScalar {
      json.member("decision", string: policy.verdict, of: line, into: &output)
    }
    if policy.name.isScalar {
      json.beginObject("policy", into: &output)
      json.member("name", string: policy.name, of: line, into: &output)
      json.endObject(into: &output)
    }
    json.endObject(into: &output)
  }
}
