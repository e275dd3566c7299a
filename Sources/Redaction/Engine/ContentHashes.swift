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
  private let named = NamedHashes()
  /// The event's `content_hashes`.
  private let container: FieldPlan
  private let rule: ContentHashRule

  init(_ rule: ContentHashRule, _ dictionary: EventDictionary, in query: inout EventQuery) {
    self.rule = rule
    container = FieldPlan(.contentHashes, dictionary, in: &query)
    families = [(.input, .inputHash), (.output, .outputHash)].map {
      (text: CanonicalField, hash: CanonicalField) in
      Family(
        texts: FieldPlan(text, dictionary, in: &query),
        hashes: FieldPlan(hash, dictionary, in: &query))
    }
  }

  /// A hash that is due for treatment, and its text.
  struct Due: Sendable {
    let hash: Field
    let text: Field
  }

  /// Adds what becomes of the hashes of all texts that `edits`, which is in order, changes; `due`
  /// is room that is reused.
  func treat(
    _ line: Span<UInt8>, _ table: FieldTable, _ edits: inout EditList, _ due: inout [Due],
    keepingElements keepsElements: Bool, noting note: (Field) -> Void
  ) {
    due.removeAll(keepingCapacity: true)
    find(line, table, edits, &due)
    for index in due.indices {
      let (hash, text) = (due[index].hash, due[index].text)
      note(hash)
      switch rule {
      case .drop:
        let name = MemberIterator.name(before: hash, in: line)
        // An array of which a receipt is kept keeps its elements.
        if keepsElements, name.kind == .absent {
          Self.withhold(hash, &edits)
        } else {
          edits.remove(hash, named: name)
        }
      case .withhold: Self.withhold(hash, &edits)
      case .recompute: Self.recompute(hash, text, line, &edits)
      }
    }
  }

  /// Finds the hashes that are due for treatment, each once.
  private func find(
    _ line: Span<UInt8>, _ table: FieldTable, _ edits: borrowing EditList, _ due: inout [Due]
  ) {
    for index in families.indices {
      let text = changedText(of: families[index], line, table, edits)
      if text.kind == .absent { continue }
      families[index].hashes.eachValue(in: line, table) { hash in
        if Self.isDue(hash, line, edits) { due.append(Due(hash: hash, text: text)) }
      }
    }
    let familyCount = due.count
    let bounds = Skip.bounds(of: line)
    let event = Field(.object, bounds.lowerBound, bounds.upperBound)
    func note(_ hash: Field, _ text: Field) {
      for index in 0..<familyCount where due[index].hash == hash { return }
      if Self.isDue(hash, line, edits) { due.append(Due(hash: hash, text: text)) }
    }
    named.each(in: event, of: line, changedBy: edits) { note($0, $1) }
    container.eachValue(in: line, table) { hashes in
      guard hashes.kind == .object, !isOfFamilies(hashes, line, table) else { return }
      NamedHashes.eachNamed(in: hashes, as: event, of: line, changedBy: edits) { note($0, $1) }
    }
  }

  /// Whether all of the event's `content_hashes` are those of families.
  private func isOfFamilies(
    _ hashes: Field, _ line: Span<UInt8>, _ table: FieldTable
  ) -> Bool {
    var known = InlineArray<8, Field>(repeating: .absent)
    var count = 0
    for index in families.indices {
      families[index].hashes.eachValue(in: line, table) { hash in
        if count < 8 { known[count] = hash }
        count += 1
      }
    }
    // With more of them, their texts are looked for by name, which finds the same.
    guard count <= 8 else { return false }
    var members = MemberIterator(line, hashes)
    while let (_, hash) = members.next(line) {
      var isKnown = false
      for index in 0..<count where known[index] == hash { isKnown = true }
      if !isKnown { return false }
    }
    return true
  }

  private static func isDue(
    _ hash: Field, _ line: Span<UInt8>, _ edits: borrowing EditList
  ) -> Bool {
    hash.kind != .null && !edits.touches(hash) && !isWithheld(hash, line)
  }

  /// The first text of a family that changed, or the absent field.
  private func changedText(
    of family: Family, _ line: Span<UInt8>, _ table: FieldTable, _ edits: borrowing EditList
  ) -> Field {
    var changed = Field.absent
    family.texts.eachValue(in: line, table) { text in
      if changed.kind == .absent, edits.touches(text) { changed = text }
    }
    return changed
  }

  private static func withhold(_ hash: Field, _ edits: inout EditList) {
    edits.replace(hash) { $0.append(constant: "\"[REDACTED]\"") }
  }

  /// Whether a value is what a hash became that was withheld.
  static func isWithheld(_ hash: Field, _ line: Span<UInt8>) -> Bool {
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
