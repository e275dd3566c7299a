import Bytes
import EventJSON

/// Does to whole fields what rules say (spec/redaction.md, section 5).
struct FieldRewriter: ~Copyable {
  private var text = Output(capacity: 4096)
  private var new = Output(capacity: 4096)
  private var encoded = Output(capacity: 4096)
  /// Tells what kind a whole value is, so that its pseudonym is that of the same value in a text.
  private var scanner = Scanner(wanted: .max, minimumConfidence: 2)
  /// What a field's pseudonyms are called whose value is of no kind, by rule.
  private let names: [String]

  init(_ rules: [FieldRule]) { names = rules.map { Self.name(of: $0.field.text) } }

  /// The letters and digits of a selector in upper case, with a `_` between two words:
  /// `USER_ROLE` for `user.role`.
  private static func name(of selector: String) -> String {
    let words = selector.utf8.split { !Boundary.isAlphanumeric($0) }.map { word in
      String(decoding: word.map { $0.isLetter ? $0 & ~0x20 : $0 }, as: UTF8.self)
    }
    return words.isEmpty ? "FIELD" : words.joined(separator: "_")
  }

  /// Adds what becomes of a value under a rule; whether anything changes.
  ///
  /// An array of which a receipt is kept keeps its elements (spec/integrity.md, section 2.4): one
  /// that is dropped becomes `null`.
  mutating func treat(
    _ value: Field, named name: Field, of line: Span<UInt8>, _ rule: Int,
    _ action: FieldRule.Operator, keepingElements keepsElements: Bool,
    _ replacer: inout Replacer, _ edits: inout EditList
  ) -> Bool {
    switch action {
    case .drop where !keepsElements || name.kind != .absent:
      edits.remove(value, named: name)
      return true
    case .drop, .null:
      if value.kind == .null { return false }
      edits.replace(value) { $0.append(constant: "null") }
      return true
    case .replace(let bytes):
      new.removeAll()
      new.append(contentsOf: bytes)
    case .mask, .pseudonymize, .truncate:
      // What the hash of a changed text became is no value any more, or a second run would treat it.
      guard value.isScalar, !ContentHashes.isWithheld(value, line) else { return false }
      load(value, of: line)
      new.removeAll()
      rewrite(rule, action, &replacer)
    }
    return Self.replace(value, of: line, by: new, &encoded, in: &edits)
  }

  private mutating func load(_ value: Field, of line: Span<UInt8>) {
    text.removeAll()
    if value.isString {
      StringEscapes.decode(line, value.start, value.end, into: &text)
    } else {
      text.append(line.extracting(value.start..<value.end))
    }
  }

  private mutating func rewrite(
    _ rule: Int, _ action: FieldRule.Operator, _ replacer: inout Replacer
  ) {
    switch action {
    case .mask(let shape): Self.mask(text, shape, into: &new)
    case .truncate: Self.truncate(text, into: &new)
    case .pseudonymize:
      let kind = Self.kind(of: text, &scanner)
      let name = kind.map { KindTable.entry($0).name } ?? names[rule]
      Self.pseudonymize(text, kind, name, &replacer, into: &new)
    case .drop, .null, .replace: break
    }
  }

  private static func mask(
    _ text: borrowing Output, _ shape: MaskShape, into new: inout Output
  ) {
    Masking.append(text.bytes, shape, kind: nil, into: &new)
  }

  private static func truncate(_ text: borrowing Output, into new: inout Output) {
    if text.count > 0, !Truncation.append(text.bytes, into: &new) {
      new.append(constant: "[REDACTED]")
    }
  }

  private static func pseudonymize(
    _ text: borrowing Output, _ kind: Kind?, _ name: String, _ replacer: inout Replacer,
    into new: inout Output
  ) {
    guard text.count > 0 else { return }
    replacer.pseudonymize(text.bytes, kind: kind, name: name, into: &new)
  }

  /// The kind that all of a text is, or nil.
  private static func kind(of text: borrowing Output, _ scanner: inout Scanner) -> Kind? {
    let nothing: [UInt8] = []
    scanner.scan(text.bytes, key: nothing.span)
    guard let hit = scanner.hits.found.first, hit.start == 0, hit.end == text.count else {
      return nil
    }
    return Kind(rawValue: hit.kind)
  }

  /// Puts a string in the place of a value; false where the same string stands there.
  private static func replace(
    _ value: Field, of line: Span<UInt8>, by new: borrowing Output,
    _ encoded: inout Output, in edits: inout EditList
  ) -> Bool {
    encoded.removeAll()
    StringEscapes.encode(new.bytes, into: &encoded)
    if value.isString,
      ByteScan.equal(line, value.start - 1, value.end - value.start + 2, encoded.bytes)
    {
      return false
    }
    edits.replace(value) { $0.append(encoded.bytes) }
    return true
  }
}
