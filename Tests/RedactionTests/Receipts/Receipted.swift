import Bytes
import Digests
import EventJSON
import TestSupport

@testable import Commitments

/// The seed of all events with receipts in these tests.
let testSeed = Digest128(Array(100..<116))

/// An event, `{..}`, with a receipt that shows all of it as its first member.
func receipted(_ event: String, seed: Digest128 = testSeed) -> String {
  let receipt = collect { ReceiptWriter.append(seed: seed, to: &$0) }
  let rest = event.dropFirst()
  return "{\"_kt\":" + String(decoding: receipt, as: UTF8.self) + (rest == "}" ? "" : ",") + rest
}

/// The root that the receipt of an event gives.
func root(of line: String) throws -> Digest256? {
  var verifier = ReceiptVerifier()
  let bytes = Array(line.utf8)
  return try verifier.root(of: bytes.span)
}

/// The value of `mask` of an event's receipt, as it is written; nil without one.
func mask(of line: String) -> String? {
  guard let start = line.range(of: #""mask":"#)?.upperBound,
    let end = line.range(of: #","open":"#)?.lowerBound ?? line.range(of: #","n":"#)?.lowerBound
  else { return nil }
  return String(line[start..<end])
}

extension String {
  /// Where a part first stands.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// Looks whether a receipt still opens what its mask hides.
final class SeedSearch {
  /// A seed, and all seeds above it, each of which it follows from.
  private struct Way {
    let seed: Digest128
    let seeds: [[UInt8]]

    init(_ seed: Digest128, below seeds: [[UInt8]] = []) {
      self.seed = seed
      self.seeds = seeds + [seed.bytes]
    }
  }

  private var commitment = EventCommitment()
  private var nodes: [CanonicalNode] = []
  private var canonical: [UInt8] = []
  /// Every seed that a masked value or segment follows from.
  private var hidden: Set<[UInt8]> = []
  /// How many values and segments are masked.
  private(set) var maskedCount = 0

  init(_ event: String) throws {
    var form = CanonicalForm()
    let line = Array(event.utf8)
    var noted: [CanonicalNode] = []
    canonical = try collect { try form.append(event: line.span, to: &$0, noting: &noted) }
    nodes = noted
  }

  /// How many of the 16 bytes at any offset of the redacted event's `open` open what is masked.
  func openedSecrets(in redacted: String) throws -> Int {
    var event = ReceiptedEvent()
    let line = Array(redacted.utf8)
    guard try event.read(line.span) else { return -1 }
    try compare(0, Way(testSeed), with: 0, in: event)
    let opening = copy(event.receipt.opening.bytes)
    guard opening.count >= 16 else { return -1 }
    return (0...opening.count - 16).count { hidden.contains(Array(opening[$0..<$0 + 16])) }
  }

  /// Whether a seed opens what is masked of the last event.
  func hides(_ seed: [UInt8]) -> Bool { hidden.contains(seed) }

  private func compare(
    _ node: Int, _ way: Way, with shown: Int, in event: borrowing ReceiptedEvent
  ) throws {
    switch event.tree.marks[shown].display {
    case .visible: return
    case .masked: hide(way)
    case .mixed where nodes[node].isString: try compareText(node, way, with: shown, in: event)
    case .mixed:
      var (child, shownChild) = (node + 1, shown + 1)
      for way in ways(nodes[node].childCount, way) {
        try compare(child, way, with: shownChild, in: event)
        (child, shownChild) = (nodes[child].next, event.tree.nodes[shownChild].next)
      }
    }
  }

  private func compareText(
    _ node: Int, _ way: Way, with shown: Int, in event: borrowing ReceiptedEvent
  ) throws {
    var text = MaskedText()
    let bytes = copy(event.canonical.bytes)
    let zones = event.receipt.mask.zones[event.tree.marks[shown].zones]
    try text.read(event.tree.nodes[shown], bytes.span, zones: zones, limit: .max)
    let masked = text.segments.map(\.isMasked)
    for (way, isMasked) in zip(ways(masked.count, way), masked) where isMasked { hide(way) }
  }

  /// Every seed that leads here opens it.
  private func hide(_ way: Way) {
    maskedCount += 1
    hidden.formUnion(way.seeds)
  }

  private func ways(_ count: Int, _ way: Way) -> [Way] {
    guard count > 1 else { return [way] }
    let halves = commitment.split(way.seed)
    let left = SeedTree.leftCount(of: count)
    return ways(left, Way(halves.leading, below: way.seeds))
      + ways(count - left, Way(halves.trailing, below: way.seeds))
  }
}
