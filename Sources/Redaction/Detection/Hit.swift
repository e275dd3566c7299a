/// Something found in a text: where it stands in the decoded bytes, and what it is.
struct Hit: Equatable, Sendable {
  /// The offset of its first byte.
  var start: Int
  /// The offset behind its last byte.
  var end: Int
  /// A built-in kind's raw value, or from `Hit.firstUserKind` that of a pattern or word list.
  var kind: UInt8
  /// 3 high, 2 medium, 1 low (spec/redaction.md, section 1).
  var confidence: UInt8

  /// Where the numbers of the user's own kinds begin.
  static let firstUserKind: UInt8 = 64
  /// How many kinds the user may have.
  static let userKindLimit = 256 - Int(firstUserKind)
}

/// The hits of one text; made once and reused for every text.
struct Hits: Sendable {
  /// What was found, in the order of finding.
  var found: [Hit] = []
  /// Which built-in kinds are looked for: the bit of each kind's raw value.
  let wanted: UInt64
  /// The lowest confidence that counts.
  let minimumConfidence: UInt8

  init(wanted: UInt64, minimumConfidence: UInt8 = 2) {
    self.wanted = wanted
    self.minimumConfidence = minimumConfidence
    found.reserveCapacity(64)
  }

  /// Whether a kind is looked for: asked before work that costs something.
  func wants(_ kind: Kind) -> Bool { wanted & 1 << UInt64(kind.rawValue) != 0 }

  /// Notes a hit of a built-in kind, where it is looked for.
  mutating func add(_ kind: Kind, _ start: Int, _ end: Int, confidence: UInt8) {
    guard wants(kind), confidence >= minimumConfidence else { return }
    found.append(Hit(start: start, end: end, kind: kind.rawValue, confidence: confidence))
  }
}
