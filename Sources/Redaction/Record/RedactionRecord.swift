import Bytes
import EventJSON
import Stages

/// What was done to a stream: totals by kind and by rule, and the log where one is kept.
struct RedactionRecord: ~Copyable {
  private var log: RedactionLog?
  /// How many values of each kind were found, over the stream.
  private(set) var totals = Tallies()
  /// How many values each rule changed.
  private(set) var ruleCounts: [Int]
  private let request: RedactionRequest
  /// Whether the event at hand held a secret.
  private var hasSecret = false
  /// Whether the log's closing line holds for everything so far.
  private var isClosed = false

  init(_ log: consuming RedactionLog?, _ request: RedactionRequest) {
    self.log = log
    self.request = request
    ruleCounts = Array(repeating: 0, count: request.fieldRules.count)
  }

  /// Notes what was found in a value of the event at hand.
  mutating func note(
    _ found: borrowing Tallies, in value: Field, of line: Span<UInt8>,
    _ replacer: borrowing Replacer, _ marks: ReplacementMarks, _ new: Span<UInt8>
  ) {
    totals.add(found)
    for index in found.items.indices where Self.isSecret(found.items[index].kind) {
      hasSecret = true
    }
    log?.note(value) { writer, output in
      for index in found.items.indices {
        let item = found.items[index]
        writer.beginObject(into: &output)
        writer.key("kind", into: &output)
        writer.string(replacer.name(item.kind), into: &output)
        writer.key("op", into: &output)
        writer.string(constant: replacer.hitOperator(item.kind).name, into: &output)
        writer.member("n", integer: item.count, into: &output)
        writer.member("conf", integer: Int(item.confidence), into: &output)
        marks.write(item.kind, in: new, &writer, into: &output)
        writer.endObject(into: &output)
      }
    }
  }

  /// Notes that a rule changed a value of the event at hand.
  mutating func note(rule: Int, changing value: Field, of line: Span<UInt8>) {
    ruleCounts[rule] += 1
    let applied = request.fieldRules[rule]
    log?.note(value) { writer, output in
      writer.beginObject(into: &output)
      writer.key("field", into: &output)
      writer.string(applied.field.text, into: &output)
      writer.key("op", into: &output)
      writer.string(constant: applied.action.name, into: &output)
      writer.member("n", integer: 1, into: &output)
      writer.endObject(into: &output)
    }
  }

  /// Notes that a hash of a text was treated.
  mutating func noteHash(_ value: Field, of line: Span<UInt8>) {
    let rule = request.contentHashes
    log?.note(value) { writer, output in
      writer.beginObject(into: &output)
      writer.member("op", constant: rule.name, into: &output)
      writer.endObject(into: &output)
    }
  }

  /// Writes the record of an event that changed.
  mutating func finishEvent(
    _ line: Span<UInt8>, identifier: Field, at place: Place, new: Span<UInt8>
  ) throws(Problem) {
    guard log != nil else { return }
    isClosed = false
    try log?.record(
      line, identifier: identifier, at: place, into: new, hasSecret: hasSecret)
    hasSecret = false
    log?.digest(new)
  }

  /// Notes an event that went on as it came.
  mutating func passEvent(_ line: Span<UInt8>) {
    hasSecret = false
    isClosed = false
    log?.digest(line)
  }

  /// Kinds of the user's own may be secrets.
  private static func isSecret(_ kind: UInt8) -> Bool { Kind(rawValue: kind)?.isSecret ?? true }

  /// What was found and what rules changed, for statistics.
  borrowing func findings(
    _ replacer: borrowing Replacer, allowed: Int
  ) -> [Observation.Finding] {
    var findings: [Observation.Finding] = []
    for item in totals.sorted {
      findings.append(.init(name: replacer.name(item.kind), count: item.count))
    }
    for (rule, count) in ruleCounts.enumerated() where count > 0 {
      let applied = request.fieldRules[rule]
      findings.append(.init(name: "\(applied.action.name) \(applied.field.text)", count: count))
    }
    if allowed > 0 { findings.append(.init(name: "allowed", count: allowed)) }
    return findings
  }

  /// Writes the log's closing line, unless nothing came since the last one.
  mutating func close(_ replacer: borrowing Replacer, allowed: Int) throws(Problem) {
    guard log != nil, !isClosed else { return }
    isClosed = true
    let totals = totals.sorted
    let rules = request.fieldRules
    let counts = ruleCounts
    try log?.close { writer, output in
      writer.beginObject("found", into: &output)
      for item in totals {
        let name = Array(replacer.name(item.kind).utf8)
        writer.key(name.span, into: &output)
        writer.integer(item.count, into: &output)
      }
      writer.endObject(into: &output)
      writer.beginObject("rules_applied", into: &output)
      for index in rules.indices {
        let name = Array("\(rules[index].action.name) \(rules[index].field.text)".utf8)
        writer.key(name.span, into: &output)
        writer.integer(counts[index], into: &output)
      }
      writer.endObject(into: &output)
      writer.member("allowed", integer: allowed, into: &output)
    }
  }
}

extension HitOperator {
  /// What records call it.
  var name: StaticString {
    switch self {
    case .replace: "replace"
    case .mask: "mask"
    case .pseudonym: "hmac"
    case .remove: "remove"
    case .truncate: "truncate"
    case .keep: "keep"
    }
  }
}

extension FieldRule.Operator {
  /// What records call it.
  var name: StaticString {
    switch self {
    case .drop: "drop"
    case .null: "null"
    case .replace: "replace"
    case .mask: "mask"
    case .pseudonymize: "hmac"
    case .truncate: "truncate"
    }
  }
}

extension ContentHashRule {
  /// What records call it.
  var name: StaticString {
    switch self {
    case .withhold: "withhold"
    case .recompute: "recompute"
    case .drop: "drop"
    }
  }
}
