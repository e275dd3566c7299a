import Bytes
import Digests
public import EventJSON

/// Compares the texts of events with their content hashes (spec/integrity.md, section 5).
///
/// It reads a line once, and takes masks from the receipt that stands in it; it does not check
/// the receipt. Made once and reused from line to line; to check on several threads, make one for
/// each.
public struct ContentHashCheck: ~Copyable {
  /// What one content hash of the line is.
  public struct Result: Equatable, Sendable {
    /// What it is against its text.
    public let status: ContentHashStatus
    /// Which of the check's rules found it.
    let rule: Int
    /// Where it stands in the line.
    let start: Int
  }

  private let rules: [ContentHashRule]
  private let texts: [PointedValues.Value]
  private let values: PointedValues
  /// The event's `content_hashes` as a whole, and its receipt's mask.
  private let container: PointedValues.Value
  private let receiptMask: Int
  private let lookup: Lookup
  private var table: FieldTable
  private var decodedHash = Output(capacity: 256)
  private var decodedText = Output(capacity: 16 * 1024)
  /// What the last line's content hashes are, in the order of the line.
  public private(set) var results: [Result] = []

  /// A check of the hashes that events have by themselves, and of the user's pairs.
  public init(pairs: [HashPair] = []) {
    var builder = LookupBuilder()
    var all = ContentHashRules(pairs: pairs, in: &builder)
    container = all.add([Array("content_hashes".utf8)], in: &builder)
    receiptMask = builder.slot(
      for: FieldPath(segments: [.member(Array("_kt".utf8)), .member(Array("mask".utf8))]))
    rules = all.rules
    texts = all.texts
    values = all.values
    lookup = builder.finish()
    table = lookup.makeTable()
    results.reserveCapacity(rules.count + 1)
  }

  /// The JSON pointer (RFC 6901) of a result's hash.
  public func pointer(of result: Result) -> String {
    values.pointer(of: result.rule < rules.count ? rules[result.rule].hash : container)
  }

  /// Checks a line, and fills `results`; throws what is wrong with the line as an event.
  public mutating func check(_ line: Span<UInt8>) throws(JSONProblem) {
    results.removeAll(keepingCapacity: true)
    try lookup.scan(line, into: &table)
    let hasMask = table[receiptMask].kind != .absent
    for index in rules.indices {
      // Nearly all rules are for hashes that an event does not have.
      let rule = rules[index]
      if table[rule.hash.slot].kind == .absent, !hasMask, !rule.isRequired { continue }
      try check(rule, index, line)
    }
    try checkContainer(line)
    if results.count > 1 { results.sort { ($0.start, $0.rule) < ($1.start, $1.rule) } }
  }

  private mutating func check(
    _ rule: ContentHashRule, _ index: Int, _ line: Span<UInt8>
  ) throws(JSONProblem) {
    let hash = try values.find(rule.hash, in: line, table)
    guard
      hash.kind != .absent || rule.isRequired || values.isMaskedItself(rule.hash, table)
    else { return }
    let status = try status(of: hash, rule, line)
    results.append(Result(status: status, rule: index, start: hash.start))
  }

  /// Where all hashes of the event are withheld at once, that is one result.
  private mutating func checkContainer(_ line: Span<UInt8>) throws(JSONProblem) {
    let hashes = try values.find(container, in: line, table)
    guard hashes.kind != .object,
      values.isMaskedItself(container, table) || Self.isRedacted(hashes, line)
    else { return }
    results.append(Result(status: .withheld, rule: rules.count, start: hashes.start))
  }

  /// What kt-redact puts in the place of a hash that would tell the text.
  private static func isRedacted(_ value: Field, _ line: Span<UInt8>) -> Bool {
    value.isString && ByteScan.equals(line.extracting(value.start..<value.end), "[REDACTED]")
  }

  private mutating func status(
    of hash: Field, _ rule: ContentHashRule, _ line: Span<UInt8>
  ) throws(JSONProblem) -> ContentHashStatus {
    if values.isMasked(rule.hash, table) || Self.isRedacted(hash, line) { return .withheld }
    let text = try text(of: rule, line)
    switch hash.kind {
    case .absent, .null: return .noHash
    case .string:
      let value = line.extracting(hash.start..<hash.end)
      return Self.status(of: value, text, line, &decodedText)
    case .escapedString:
      return Self.status(ofEscaped: hash, text, line, &decodedHash, &decodedText)
    default: return .malformed
    }
  }

  private static func status(
    ofEscaped hash: Field, _ text: (field: Field, isMasked: Bool), _ line: Span<UInt8>,
    _ decodedHash: inout Output, _ decodedText: inout Output
  ) -> ContentHashStatus {
    decodedHash.removeAll()
    StringEscapes.decode(line, hash.start, hash.end, into: &decodedHash)
    return status(of: decodedHash.bytes, text, line, &decodedText)
  }

  private static func status(
    of value: Span<UInt8>, _ text: (field: Field, isMasked: Bool), _ line: Span<UInt8>,
    _ decoded: inout Output
  ) -> ContentHashStatus {
    switch ContentHashSpelling(value) {
    case .malformed: return .malformed
    case .unsupported: return text.isMasked ? .leak : .unsupported
    case .digest(let algorithm, let start):
      let digits = value.extracting(start..<value.count)
      if text.field.isString, !text.isMasked,
        isDigest(digits, algorithm, of: text.field, line, &decoded)
      {
        return .ok
      }
      guard ContentHashSpelling.isHexadecimal(digits) else { return .malformed }
      return text.isMasked ? .leak : text.field.isString ? .mismatch : .noText
    }
  }

  /// The text of a hash, and whether any of it is masked.
  private func text(
    of rule: ContentHashRule, _ line: Span<UInt8>
  ) throws(JSONProblem) -> (field: Field, isMasked: Bool) {
    for index in rule.texts {
      let field = try values.find(texts[index], in: line, table)
      let isMasked = values.isMasked(texts[index], table)
      if field.isString || isMasked { return (field, isMasked) }
    }
    return (.absent, false)
  }

  private static func isDigest(
    _ digits: Span<UInt8>, _ algorithm: DigestAlgorithm, of text: Field, _ line: Span<UInt8>,
    _ decoded: inout Output
  ) -> Bool {
    if text.kind == .string {
      return algorithm.isDigest(digits, of: line.extracting(text.start..<text.end))
    }
    decoded.removeAll()
    StringEscapes.decode(line, text.start, text.end, into: &decoded)
    return algorithm.isDigest(digits, of: decoded.bytes)
  }
}
