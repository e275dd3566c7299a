import Bytes
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
    (.input, inputs),
    (.output, outputs),
    (.inputTokens, ["usage.input_tokens", "input_tokens", "cost_tokens_input"]),
    (.outputTokens, ["usage.output_tokens", "output_tokens", "cost_tokens_output"]),
    (.cost, ["cost_usd", "cost"]),
    (.latency, ["latency_ms", "duration_ms"]),
    (.citations, ["citations[]", "citations[].asset"]),
    (.citationVersion, ["citations[].version"]),
    (.inputHash, members(of: "content_hashes", inputs) + hashes(of: inputs)),
    (.outputHash, members(of: "content_hashes", outputs) + hashes(of: outputs)),
    (.contentHashes, ["content_hashes"] + hashes(of: inputs + outputs)),
    (.escalation, ["escalation"]),
    (.escalationReviewer, ["escalation.reviewer"]),
    (.escalationDecision, ["escalation.decision"]),
    (.escalationTime, ["escalation.decided_at"]),
  ]

  private static let inputs = ["input", "prompt", "request"]
  private static let outputs = ["output", "response", "completion"]

  private static func members(of object: String, _ names: [String]) -> [String] {
    names.map { "\(object).\($0)" }
  }

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
  ///
  /// - Throws: the line, counted from 1, and what is wrong with it: no canonical name, or no path.
  public mutating func add(map text: String) throws(Problem) {
    // By bytes: a separator and a mark that combines with it, or a CR and LF, are one Character.
    var number = 0
    for line in text.utf8.split(separator: .newline, omittingEmptySubsequences: false) {
      number += 1
      let trimmed = Self.trim(line)
      if trimmed.isEmpty || trimmed.first == UInt8(ascii: "#") { continue }
      let sides = trimmed.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw Problem(line: number, reason: "expected 'canonical = path, path'")
      }
      guard let field = CanonicalField(name: Self.text(sides[0])) else {
        // The name is not quoted: the wrong file may have been named, an event's for example.
        throw Problem(line: number, reason: "unknown canonical name before '='")
      }
      for part in sides[1].split(separator: .comma, omittingEmptySubsequences: false) {
        do throws(FieldPath.Problem) {
          paths[field, default: []].append(try FieldPath(Self.text(part)))
        } catch {
          throw Problem(line: number, reason: error.reason)
        }
      }
    }
  }

  private static func text(_ bytes: Substring.UTF8View) -> String {
    String(decoding: trim(bytes), as: UTF8.self)
  }

  private static func trim(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
    var rest = bytes
    while let first = rest.first, first <= .space { rest.removeFirst() }
    while let last = rest.last, last <= .space { rest.removeLast() }
    return rest
  }
}
