import Bytes
import Digests
import EventJSON

/// Rebuilds commitments from what an event shows and the tokens of `open` for what it does not
/// (spec/integrity.md, section 2.4): a seed for what is visible, a hash for what is masked.
struct OpenedCommitment: ~Copyable {
  var commitment = EventCommitment()
  var text = MaskedText()
  /// How many bytes of the opening are used up.
  private(set) var offset = 0

  /// Starts with another opening.
  mutating func begin() {
    offset = 0
    commitment.removeAll()
  }

  /// The next token where it is a seed.
  mutating func seed(_ opening: Span<UInt8>) throws(ReceiptRefusal) -> Digest128 {
    guard opening.count - offset >= 16 else { throw .open }
    let seed = Digest128(
      first: ByteScan.littleEndianWord(in: opening, at: offset),
      second: ByteScan.littleEndianWord(in: opening, at: offset + 8))
    offset += 16
    return seed
  }

  /// The next token where it is a hash.
  mutating func hash(_ opening: Span<UInt8>) throws(ReceiptRefusal) -> Digest256 {
    guard opening.count - offset >= Digest256.size,
      let hash = Digest256(opening.extracting(offset..<offset + Digest256.size))
    else { throw .open }
    offset += Digest256.size
    return hash
  }

  /// How many masked segments the rest of the opening has room for.
  func room(_ opening: Span<UInt8>) -> Int { (opening.count - offset) / Digest256.size }

  /// The commitment to the value at a node, whose tokens come next.
  mutating func commit(
    _ node: Int, _ tree: borrowing MaskedTree, _ mask: borrowing Mask,
    _ bytes: Span<UInt8>, _ opening: Span<UInt8>
  ) throws(ReceiptRefusal) -> Digest256 {
    switch tree.marks[node].display {
    case .masked: return try hash(opening)
    case .visible:
      return commitment.commit(node, try seed(opening), bytes, tree.nodes.span)
    case .mixed: break
    }
    if tree.nodes[node].isString {
      try text.read(
        tree.nodes[node], bytes, zones: mask.zones[tree.marks[node].zones], limit: room(opening))
      let base = commitment.beginText()
      try appendSegments(0..<text.segments.count, opening)
      return commitment.digest(from: base)
    }
    let base = commitment.begin(container: node, bytes, tree.nodes.span)
    _ = try appendChildren(
      tree.nodes[node].childCount, from: node + 1, tree, mask, bytes, opening)
    return commitment.digest(from: base)
  }

  private mutating func appendChildren(
    _ count: Int, from first: Int, _ tree: borrowing MaskedTree, _ mask: borrowing Mask,
    _ bytes: Span<UInt8>, _ opening: Span<UInt8>
  ) throws(ReceiptRefusal) -> Int {
    if tree.areVisible(count, from: first) {
      return commitment.appendChildren(
        count, from: first, try seed(opening), bytes, tree.nodes.span)
    }
    if count == 1 {
      let digest = try commit(first, tree, mask, bytes, opening)
      commitment.append(digest)
      return tree.nodes[first].next
    }
    let left = SeedTree.leftCount(of: count)
    let middle = try appendChildren(left, from: first, tree, mask, bytes, opening)
    return try appendChildren(count - left, from: middle, tree, mask, bytes, opening)
  }

  private mutating func appendSegments(
    _ numbers: Range<Int>, _ opening: Span<UInt8>
  ) throws(ReceiptRefusal) {
    if text.areVisible(numbers) { return appendVisible(numbers, try seed(opening)) }
    if numbers.count == 1 { return commitment.append(try hash(opening)) }
    let middle = numbers.lowerBound + SeedTree.leftCount(of: numbers.count)
    try appendSegments(numbers.lowerBound..<middle, opening)
    try appendSegments(middle..<numbers.upperBound, opening)
  }

  /// Appends the commitments to segments that are visible, whose range has the seed.
  private mutating func appendVisible(_ numbers: Range<Int>, _ seed: Digest128) {
    guard numbers.count == 1 else {
      let halves = commitment.split(seed)
      let middle = numbers.lowerBound + SeedTree.leftCount(of: numbers.count)
      appendVisible(numbers.lowerBound..<middle, halves.leading)
      return appendVisible(middle..<numbers.upperBound, halves.trailing)
    }
    let digest = commit(segment: numbers.lowerBound, seed)
    commitment.append(digest)
  }

  /// The commitment to one visible segment.
  mutating func commit(segment number: Int, _ seed: Digest128) -> Digest256 {
    Self.commit(text, number, seed, &commitment)
  }

  private static func commit(
    _ text: borrowing MaskedText, _ number: Int, _ seed: Digest128,
    _ commitment: inout EventCommitment
  ) -> Digest256 {
    let segment = text.segments[number]
    return commitment.digest(
      ofText: text.text.bytes.extracting(segment.start..<segment.end), seed)
  }
}

extension CanonicalNode {
  /// Whether this is a string, with escapes or without.
  var isString: Bool { kind == .string || kind == .escapedString }
}
