import Bytes

/// Says of most texts at once that an expression matches nowhere: they lack the bytes that every
/// match holds.
struct LiteralPrefilter: Sendable {
  private let finder: WordFinder?

  /// A filter for a literal; one that lets everything through where there is none.
  init(_ literal: [UInt8]?) { finder = literal.map { WordFinder($0) } }

  /// Whether the expression may match somewhere in a text.
  func mayMatch(_ text: Span<UInt8>) -> Bool {
    guard let finder else { return true }
    return finder.firstIndex(in: text, from: 0) != nil
  }
}
