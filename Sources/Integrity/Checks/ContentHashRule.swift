import EventJSON

/// Where a content hash stands, and where its text may (spec/integrity.md, section 5).
struct ContentHashRule: Sendable {
  /// The hash.
  let hash: PointedValue
  /// The texts, the first one that is there being the hash's.
  let texts: [PointedValue]
  /// Whether the event is to have the hash: only that of a pair that the user gave.
  let isRequired: Bool

  private static let families = [
    ["input", "prompt", "request"], ["output", "response", "completion"],
  ]

  /// The rules of the pairs, then those of the forms that every event may have: a member of
  /// `content_hashes`, `X_hash` or `X_sha256`, where no pair has that hash.
  static func all(pairs: [HashPair], in builder: inout LookupBuilder) -> [ContentHashRule] {
    var rules: [ContentHashRule] = []
    for pair in pairs {
      rules.append(
        ContentHashRule(
          hash: PointedValue(pair.hash, in: &builder),
          texts: [PointedValue(pair.text, in: &builder)], isRequired: true))
    }
    for family in families {
      for name in family {
        for hash in forms(of: name) where !pairs.contains(where: { $0.hash == hash }) {
          let texts = [name] + family.filter { $0 != name }
          rules.append(
            ContentHashRule(
              hash: PointedValue(hash, in: &builder),
              texts: texts.map { PointedValue([Array($0.utf8)], in: &builder) },
              isRequired: false))
        }
      }
    }
    return rules
  }

  private static func forms(of name: String) -> [[[UInt8]]] {
    [["content_hashes", name], ["\(name)_hash"], ["\(name)_sha256"]].map { names in
      names.map { Array($0.utf8) }
    }
  }
}
