import Bytes
import Stages

/// Finds everything in a text that the wanted kinds are: hits in order, none overlapping.
struct Scanner: Sendable {
  /// All prefixes that detectors want to be called at.
  private static let prefixes =
    PrefixedSecrets.prefixes + Assignments.spokenSigns + [Array("bc1".utf8), Array("BC1".utf8)]

  private(set) var hits: Hits
  private let filter = PrefixFilter(Self.prefixes)

  init(wanted: UInt64, minimumConfidence: UInt8) {
    hits = Hits(wanted: wanted, minimumConfidence: minimumConfidence)
  }

  /// A scanner for what a request asks for.
  init(_ request: RedactionRequest) throws(Problem) {
    self.init(wanted: request.kinds, minimumConfidence: request.minimumConfidence)
  }

  /// Finds the hits of `text`; `key` is the name of the member that it is the value of.
  mutating func scan(_ text: Span<UInt8>, key: Span<UInt8>) {
    hits.found.removeAll(keepingCapacity: true)
    AnchorScan.scan(text, key: key, filter, into: &hits)
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
