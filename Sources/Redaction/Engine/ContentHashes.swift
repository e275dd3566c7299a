import Bytes
import DecisionEvent
import Digests
import EventJSON

/// The hashes of texts that changed: a plain digest of the original beside the redacted text would
/// undo the redaction (spec/redaction.md, section 7; spec/integrity.md, section 5).
///
/// Where any text of a family changed (`input`, `prompt`, `request`), each hash of that family is
/// treated: better one too many than one that tells.
struct ContentHashes: Sendable {
  /// A family of texts and the places of their hashes.
  private struct Family: Sendable {
    let texts: FieldPlan
    let hashes: FieldPlan
  }

  private let families: [Family]
  private let rule: ContentHashRule

  init(_ rule: ContentHashRule, _ dictionary: EventDictionary, in query: inout EventQuery) {
    self.rule = rule
    families = [(.input, .inputHash), (.output, .outputHash)].map {
      (text: CanonicalField, hash: CanonicalField) in
      Family(
        texts: FieldPlan(text, dictionary, in: &query),
        hashes: FieldPlan(hash, dictionary, in: &query))
    }
  }

  /// Adds what becomes of the hashes of all texts that `edits` changes.
  func treat(
    _ line: Span<UInt8>, _ table: FieldTable, _ edits: inout EditList,
    noting note: (Field) -> Void
  ) {
    for index in families.indices {
      var changed = Field.absent
      var hasChanged = false
      families[index].texts.eachValue(in: line, table) { text in
        if edits.touches(text) {
          hasChanged = true
          if changed.kind == .absent { changed = text }
        }
      }
      if hasChanged { treat(families[index], changed, line, table, &edits, note) }
    }
  }

  private func treat(
    _ family: Family, _ text: Field, _ line: Span<UInt8>, _ table: FieldTable,
    _ edits: inout EditList, _ note: (Field) -> Void
  ) {
    family.hashes.eachValue(in: line, table) { hash in
      guard hash.kind != .null, !edits.touches(hash), !Self.isWithheld(hash, line) else { return }
      note(hash)
      switch rule {
      case .drop: edits.remove(hash, named: MemberIterator.name(before: hash, in: line))
      case .withhold: Self.withhold(hash, &edits)
      case .recompute: Self.recompute(hash, text, line, &edits)
      }
    }
  }

  private static func withhold(_ hash: Field, _ edits: inout EditList) {
    edits.replace(hash) { $0.append(constant: "\"[REDACTED]\"") }
  }

  private static func isWithheld(_ hash: Field, _ line: Span<UInt8>) -> Bool {
    hash.isString && ByteScan.equals(line.extracting(hash.start..<hash.end), "[REDACTED]")
  }

  /// Writes the SHA-256 of the new text in the form that the old hash had; what can't be made
  /// anew is withheld: the hash of no text, or one of another algorithm.
  private static func recompute(
    _ hash: Field, _ text: Field, _ line: Span<UInt8>, _ edits: inout EditList
  ) {
    let value = line.extracting(hash.start..<hash.end)
    let isPrefixed = WordCheck.stands("sha256:", at: 0, in: value)
    guard hash.isString, isPrefixed || value.count == 64, let digest = digest(of: text, edits)
    else { return withhold(hash, &edits) }
    edits.replace(hash) { output in
      output.append(.quote)
      if isPrefixed { output.append(constant: "sha256:") }
      for byte in digest { output.append(hexadecimal: byte) }
      output.append(.quote)
    }
  }

  /// The SHA-256 of the text that takes a value's place, or nil where it is none.
  private static func digest(of text: Field, _ edits: borrowing EditList) -> [UInt8]? {
    var decoded = Output(capacity: 4096)
    guard edits.decodeReplacement(of: text, into: &decoded) else { return nil }
    var digest = StreamDigest()
    digest.update(decoded.bytes)
    return digest.finalize()
  }
}
