import EventJSON

/// Where a content hash stands, and where its text may (spec/integrity.md, section 5).
struct ContentHashRule: Sendable {
  /// The hash.
  let hash: PointedValues.Value
  /// Which texts of the rules, the first one that is there being the hash's.
  let texts: Range<Int>
  /// Whether the event is to have the hash: only that of a pair that the user gave.
  let isRequired: Bool
}

/// All rules of a check: those of the user's pairs, then those of the forms that every event may
/// have, a member of `content_hashes`, `X_hash` or `X_sha256`, where no pair has that hash.
struct ContentHashRules: Sendable {
  private static let families = [
    ["input", "prompt", "request"], ["output", "response", "completion"],
  ]

  private(set) var values = PointedValues()
  private(set) var rules: [ContentHashRule] = []
  private(set) var texts: [PointedValues.Value] = []

  init(pairs: [HashPair], in builder: inout LookupBuilder) {
    for pair in pairs { add(pair.hash, of: [pair.text], isRequired: true, in: &builder) }
    for family in Self.families {
      for name in family {
        let names = [name] + family.filter { $0 != name }
        for hash in Self.forms(of: name) where !pairs.contains(where: { $0.hash == hash }) {
          add(hash, of: names.map { [Array($0.utf8)] }, isRequired: false, in: &builder)
        }
      }
    }
  }

  private static func forms(of name: String) -> [[[UInt8]]] {
    [["content_hashes", name], ["\(name)_hash"], ["\(name)_sha256"]].map { names in
      names.map { Array($0.utf8) }
    }
  }

  private mutating func add(
    _ hash: [[UInt8]], of texts: [[[UInt8]]], isRequired: Bool, in builder: inout LookupBuilder
  ) {
    let first = self.texts.count
    for text in texts { self.texts.append(values.add(text, in: &builder)) }
    rules.append(
      ContentHashRule(
        hash: values.add(hash, in: &builder), texts: first..<self.texts.count,
        isRequired: isRequired))
  }

  /// Adds a value that no rule has.
  mutating func add(_ names: [[UInt8]], in builder: inout LookupBuilder) -> PointedValues.Value {
    values.add(names, in: &builder)
  }
}
