public import EventJSON

/// Under which paths the field's many schemas keep each canonical field; the first hit wins.
///
/// This is the only place that spells a field's name (spec/events.md, "Dictionary"). How a value
/// that was found is read (a `user` that is an address, a `model` with its provider) is
/// `EventReader`'s part.
public struct EventDictionary: Sendable {
  /// The table of spec/events.md.
  private static let builtIn: [(field: CanonicalField, paths: [String])] = [
    (.id, ["event_id", "id"]),
    (.type, ["type", "event_type"]),
    (.timestamp, ["timestamp", "created_at"]),
    (.responseTimestamp, ["response_timestamp", "completed_at"]),
    (.conversation, ["conversation_id", "session_id"]),
    (.requestID, ["request_id"]),
    (.user, ["user.id", "user_id", "user", "consumer"]),
    (.userEmail, ["user.email", "user"]),
    (.userRole, ["user.role", "role"]),
    (.team, ["team", "team.name", "team_id", "consumer_group"]),
    (.organization, ["org_id", "org"]),
    (.provider, ["provider"]),
    (.model, ["model"]),
    (.gateway, ["gateway_id"]),
    (.configVersion, ["config_version"]),
    (.outcome, ["policy_outcome", "verdict", "decision", "action", "event_type"]),
    (
      .policyName,
      [
        "policies_evaluated[].name", "policies_evaluated[]", "policies_applied[]",
        "policies_triggered[]", "policy_name",
      ]
    ),
    (.policyVerdict, ["policies_evaluated[].verdict", "policies_evaluated[].result"]),
    (.policyReason, ["policies_evaluated[].reason"]),
    (.reason, ["reason_code", "reason"]),
    (.input, ["input", "prompt", "request"]),
    (.output, ["output", "response", "completion"]),
    (.inputTokens, ["usage.input_tokens", "input_tokens", "cost_tokens_input"]),
    (.outputTokens, ["usage.output_tokens", "output_tokens", "cost_tokens_output"]),
    (.cost, ["cost_usd", "cost"]),
    (.latency, ["latency_ms", "duration_ms"]),
    (.citations, ["citations[]", "citations[].asset"]),
    (.citationVersion, ["citations[].version"]),
    (.inputHash, ["content_hashes.input"] + hashes(of: ["input", "prompt", "request"])),
    (
      .outputHash,
      ["content_hashes.output"] + hashes(of: ["output", "response", "completion"])
    ),
    (
      .contentHashes,
      ["content_hashes"]
        + hashes(of: ["input", "prompt", "request", "output", "response", "completion"])
    ),
    (.escalation, ["escalation"]),
    (.escalationReviewer, ["escalation.reviewer"]),
    (.escalationDecision, ["escalation.decision"]),
    (.escalationTime, ["escalation.decided_at"]),
  ]

  /// The flat forms of the hashes of these fields: `input_hash`, `input_sha256`.
  private static func hashes(of fields: [String]) -> [String] {
    fields.flatMap { ["\($0)_hash", "\($0)_sha256"] }
  }

  private var paths: [CanonicalField: [FieldPath]] = [:]

  /// The dictionary without additions.
  public init() {
    for entry in Self.builtIn {
      paths[entry.field] = entry.paths.map { text in
        do throws(FieldPath.Problem) {
          return try FieldPath(text)
        } catch {
          preconditionFailure("the built-in path \(text) is no path: \(error.reason)")
        }
      }
    }
  }

  /// The paths of a field, the one that wins first.
  public func paths(of field: CanonicalField) -> [FieldPath] { paths[field] ?? [] }

  /// What is wrong with a line of a map file.
  public struct Problem: Error, Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The sentence for a message.
    public let reason: String
  }

  /// Adds the paths of a `--map` file: lines `canonical = path, path`.
  ///
  /// They are tried after the built-in ones. Blank lines and those that begin with `#` say
  /// nothing.
  public mutating func add(map text: String) throws(Problem) {
    var number = 0
    // A CR and LF are one Character, so a separator of LF alone would miss them.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let trimmed = Self.trim(line)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let sides = trimmed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw Problem(line: number, reason: "expected 'canonical = path, path'")
      }
      let name = String(Self.trim(sides[0]))
      guard let field = CanonicalField(name: name) else {
        throw Problem(line: number, reason: "unknown canonical name '\(name)'")
      }
      for part in sides[1].split(separator: ",", omittingEmptySubsequences: false) {
        do throws(FieldPath.Problem) {
          paths[field, default: []].append(try FieldPath(String(Self.trim(part))))
        } catch {
          throw Problem(line: number, reason: error.reason)
        }
      }
    }
  }

  private static func trim(_ text: Substring) -> Substring {
    var rest = text
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
