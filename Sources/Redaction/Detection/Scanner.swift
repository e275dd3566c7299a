import Bytes
import Stages

/// Finds everything in a text that the wanted kinds are: hits in order, none overlapping.
struct Scanner: Sendable {
  /// All prefixes that detectors want to be called at.
  static let prefixes =
    PrefixedSecrets.prefixes + Assignments.spokenSigns
    + labels.map { Array($0.utf8) }
  /// The first bytes of other words that lead to what no digit does, in the cases that they have.
  private static let labels = [
    "bc1", "BC1", "mac", "Mac", "MAC", "phy", "Phy", "har", "Har", "eth", "Eth", "fis", "Fis",
    "FIS",
    "cod", "Cod", "COD",
  ]

  private(set) var hits: Hits
  private let filter = PrefixFilter(Self.prefixes)

  private var breaks = SpelledBreaks()
  /// The user's own; nil where there are none.
  private var patterns: PatternDetector?
  private var words: WordDetector?

  init(wanted: UInt64, minimumConfidence: UInt8) {
    hits = Hits(wanted: wanted, minimumConfidence: minimumConfidence)
  }

  /// A scanner for what a request asks for; an expression that cannot be one is a usage error.
  init(_ request: RedactionRequest) throws(Problem) {
    self.init(wanted: request.kinds, minimumConfidence: request.minimumConfidence)
    let count = request.patterns.count + request.wordLists.count
    guard count <= Hit.userKindLimit else {
      throw Problem(
        .usage, "more than \(Hit.userKindLimit) patterns and word lists: join lists or expressions")
    }
    if !request.patterns.isEmpty { patterns = try PatternDetector(request.patterns) }
    if !request.wordLists.isEmpty {
      let firstKind = Int(Hit.firstUserKind) + request.patterns.count
      words = try WordDetector(request.wordLists, firstKind: firstKind)
    }
  }

  /// Finds the hits of `text`; `key` is the name of the member that it is the value of.
  ///
  /// `mayHaveBackslash` is false where the caller knows that no byte of the text is one.
  mutating func scan(
    _ text: Span<UInt8>, key: Span<UInt8>, mayHaveBackslash: Bool = true
  ) {
    hits.found.removeAll(keepingCapacity: true)
    AnchorScan.scan(text, key: key, filter, into: &hits)
    if mayHaveBackslash, breaks.blank(text) {
      let blanked = breaks.bytes
      AnchorScan.scan(blanked.span, key: key, filter, into: &hits)
      SpelledBreaks.trim(&hits.found, in: text)
    }
    patterns?.find(text, into: &hits)
    words?.find(text, into: &hits)
    if !hits.found.isEmpty { Overlaps.resolve(&hits.found, in: text) }
  }
}

extension Scanner {
  /// Takes hits out; gives how many.
  mutating func removeHits(where isUnwanted: (Hit) -> Bool) -> Int {
    let before = hits.found.count
    hits.found.removeAll(where: isUnwanted)
    return before - hits.found.count
  }
}
