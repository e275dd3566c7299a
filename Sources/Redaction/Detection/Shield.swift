import Bytes

/// Tokens inside which no kind may match: UUIDs and ISO date-times (spec/redaction.md, section 1).
enum Shield {
  /// Whether a hit lies inside of such a token, or cuts one.
  static func covers(_ hit: Hit, in text: Span<UInt8>) -> Bool { false }
}
