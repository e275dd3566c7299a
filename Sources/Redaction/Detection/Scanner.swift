import Bytes
import Stages

/// Finds everything in a text that the wanted kinds are: hits in order, none overlapping.
struct Scanner: Sendable {
  private(set) var hits: Hits

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
    ScalarScan.scan(text, key: key, into: &hits)
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
