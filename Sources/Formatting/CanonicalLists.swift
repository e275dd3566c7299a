import Bytes
import DecisionEvent
import EventJSON

/// The members of `--canonical` that are lists or objects.
struct CanonicalLists: Sendable {
  private let assets, versions, triggered: Operand
  private let hashes, escalation: [(name: StaticString, operand: Operand)]

  init(_ query: inout EventQuery) {
    _ = query.operand(.policyName)
    assets = query.operand(.citations)
    versions = query.operand(.citationVersion)
    triggered = query.triggeredPolicies()
    hashes = [("input", query.operand(.inputHash)), ("output", query.operand(.outputHash))]
    escalation = [
      ("reviewer", query.operand(.escalationReviewer)),
      ("decision", query.operand(.escalationDecision)),
      ("decided_at", query.operand(.escalationTime)),
    ]
    // Empty ones say no more than absent ones.
    query.readArrays(of: [.policyName, .citations])
    _ = query.operand(.contentHashes)
    _ = query.operand(.escalation)
  }

  /// Writes all four, and notes what they tell.
  func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, _ taken: inout CarriedValues,
    _ writer: inout JSONWriter, into output: inout Output
  ) {
    writer.key("policies", into: &output)
    writePolicies(line, &reader, &taken, &writer, &output)
    writer.key("citations", into: &output)
    writeCitations(line, &reader, &taken, &writer, &output)
    writer.key("content_hashes", into: &output)
    writeObject(hashes, line, &reader, &taken, &writer, &output)
    writer.key("escalation", into: &output)
    writeObject(escalation, line, &reader, &taken, &writer, &output)
  }

  private func writePolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ taken: inout CarriedValues,
    _ writer: inout JSONWriter, _ output: inout Output
  ) {
    var isEmpty = true
    let triggered = reader.rawPlace(of: triggered)
    _ = reader.anyPolicy(line) { reader, policy in
      if isEmpty { writer.beginArray(into: &output) }
      isEmpty = false
      writer.beginObject(into: &output)
      writer.key("name", into: &output)
      Self.writeText(policy.name, line, &writer, &output)
      writer.key("verdict", into: &output)
      if let known = reader.outcomeWord(policy.verdict, line) {
        writer.outcome(known, into: &output)
      } else {
        Self.writeText(policy.verdict, line, &writer, &output)
      }
      writer.key("reason", into: &output)
      Self.writeText(policy.reason, line, &writer, &output)
      writer.endObject(into: &output)
      // That a policy was triggered is told by where it is named, which stays under extra.
      let isTriggered = (triggered.start..<triggered.end).contains(policy.name.start)
      if !isTriggered { taken.insert(policy.name) }
      taken.insert(policy.verdict)
      taken.insert(policy.reason)
      return false
    }
    if isEmpty { writer.null(into: &output) } else { writer.endArray(into: &output) }
  }

  private func writeCitations(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ taken: inout CarriedValues,
    _ writer: inout JSONWriter, _ output: inout Output
  ) {
    var isEmpty = true
    reader.eachPair(of: assets, and: versions) { asset, version in
      if isEmpty { writer.beginArray(into: &output) }
      isEmpty = false
      writer.beginObject(into: &output)
      writer.key("asset", into: &output)
      Self.writeText(asset, line, &writer, &output)
      writer.key("version", into: &output)
      Self.writeText(version, line, &writer, &output)
      writer.endObject(into: &output)
      taken.insert(asset)
      taken.insert(version)
    }
    if isEmpty { writer.null(into: &output) } else { writer.endArray(into: &output) }
  }

  /// An object of all parts, or `null` where there is none.
  private func writeObject(
    _ parts: [(name: StaticString, operand: Operand)], _ line: Span<UInt8>,
    _ reader: inout EventReader, _ taken: inout CarriedValues, _ writer: inout JSONWriter,
    _ output: inout Output
  ) {
    var isEmpty = true
    for part in parts where reader.scalar(of: part.operand) != nil { isEmpty = false }
    guard !isEmpty else { return writer.null(into: &output) }
    writer.beginObject(into: &output)
    for part in parts {
      let field = reader.scalar(of: part.operand) ?? .absent
      writer.key(part.name, into: &output)
      Self.writeText(field, line, &writer, &output)
      taken.insert(field)
    }
    writer.endObject(into: &output)
  }

  /// A scalar as a string: one that is none already, as it is spelled.
  private static func writeText(
    _ field: Field, _ line: Span<UInt8>, _ writer: inout JSONWriter, _ output: inout Output
  ) {
    if field.isScalar {
      writer.string(field, of: line, into: &output)
    } else {
      writer.null(into: &output)
    }
  }
}
