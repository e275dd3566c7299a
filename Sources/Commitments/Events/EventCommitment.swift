import Bytes
import Digests
import EventJSON

/// The root R of an event: a hash tree of the event's own shape, in which every value and every
/// segment of a text is salted, so that each can be hidden alone (spec/integrity.md, section 2.2).
///
/// Made once and used for many events: what is being hashed stands in one block, a container below
/// its children, and nothing is allocated once the block has grown. Containers recurse, at most
/// 128 deep.
struct EventCommitment: ~Copyable {
  /// What is being hashed, the outermost container first.
  var pending = Output(capacity: 4096)
  /// A text without its escapes.
  private var text = Output(capacity: 1024)
  /// Where the segments of a text end in its canonical form, counted from behind the quote.
  private(set) var ends: [Int] = []
  /// How many hashes were computed.
  var hashCount = 0
  /// How many bytes were hashed.
  var hashedByteCount = 0

  /// A commitment that has room for a usual event.
  init() {}

  /// The root of an event.
  ///
  /// - Parameters:
  ///   - bytes: its canonical form.
  ///   - nodes: its values, as `CanonicalForm` noted them.
  ///   - seed: its secret.
  mutating func root(
    of bytes: Span<UInt8>, _ nodes: Span<CanonicalNode>, seed: Digest128
  ) -> Digest256 {
    commit(0, seed, bytes, nodes)
  }

  /// The commitment to a value and everything inside it.
  mutating func commit(
    _ node: Int, _ seed: Digest128, _ bytes: Span<UInt8>, _ nodes: Span<CanonicalNode>
  ) -> Digest256 {
    let value = nodes[node]
    switch value.kind {
    case .object, .array:
      guard value.childCount > 0 else { break }
      let base = begin(container: node, bytes, nodes)
      _ = appendChildren(value.childCount, from: node + 1, seed, bytes, nodes)
      return digest(from: base)
    case .string, .escapedString:
      findSegments(of: value, bytes)
      guard ends.count > 1 else { break }
      let base = beginText()
      appendSegments(0..<ends.count, seed, bytes.extracting(value.text))
      return digest(from: base)
    default: break
    }
    return digest(of: bytes.extracting(value.value), seed)
  }

  /// Appends the commitments to `count` children from the node `first` on, whose range has the
  /// seed, and gives the node behind them.
  mutating func appendChildren(
    _ count: Int, from first: Int, _ seed: Digest128,
    _ bytes: Span<UInt8>, _ nodes: Span<CanonicalNode>
  ) -> Int {
    if count == 1 {
      let digest = commit(first, seed, bytes, nodes)
      pending.append(digest)
      return nodes[first].next
    }
    let halves = split(seed)
    let left = SeedTree.leftCount(of: count)
    let middle = appendChildren(left, from: first, halves.leading, bytes, nodes)
    return appendChildren(count - left, from: middle, halves.trailing, bytes, nodes)
  }

  /// Appends the commitments to the segments of these numbers, whose range has the seed.
  mutating func appendSegments(
    _ numbers: Range<Int>, _ seed: Digest128, _ text: Span<UInt8>
  ) {
    if numbers.count == 1 {
      let start = numbers.lowerBound == 0 ? 0 : ends[numbers.lowerBound - 1]
      let digest = digest(
        ofSegment: text.extracting(start..<ends[numbers.lowerBound]), seed)
      return pending.append(digest)
    }
    let halves = split(seed)
    let middle = numbers.lowerBound + SeedTree.leftCount(of: numbers.count)
    appendSegments(numbers.lowerBound..<middle, halves.leading, text)
    appendSegments(middle..<numbers.upperBound, halves.trailing, text)
  }

  /// Appends what comes before the children of an object or array that has some, and gives where
  /// that begins.
  mutating func begin(
    container node: Int, _ bytes: Span<UInt8>, _ nodes: Span<CanonicalNode>
  ) -> Int {
    let base = pending.count
    guard nodes[node].kind == .object else {
      pending.append(HashDomain.array)
      return base
    }
    pending.append(HashDomain.object)
    pending.append(.openBracket)
    let end = nodes[node].next
    var member = node + 1
    while member < end {
      if member > node + 1 { pending.append(.comma) }
      pending.append(bytes.extracting(nodes[member].name))
      member = nodes[member].next
    }
    pending.append(.closeBracket)
    return base
  }

  /// Finds the segments of a string: the ends are those of their canonical forms.
  mutating func findSegments(of value: CanonicalNode, _ bytes: Span<UInt8>) {
    let inside = bytes.extracting(value.text)
    guard value.kind == .escapedString else { return Segments.find(in: inside, into: &ends) }
    Self.findEscaped(inside, &text, &ends)
  }

  private static func findEscaped(
    _ inside: Span<UInt8>, _ text: inout Output, _ ends: inout [Int]
  ) {
    text.removeAll()
    StringEscapes.decode(inside, 0, inside.count, into: &text)
    Segments.find(in: text.bytes, into: &ends)
    moveToCanonical(&ends, inside)
  }

  /// Makes offsets in an unescaped text, ascending, those in its canonical form.
  ///
  /// There every escape stands for one byte: `\u00xx` takes six, the others two.
  static func moveToCanonical(_ offsets: inout [Int], _ inside: Span<UInt8>) {
    var plain = 0
    var offset = 0
    var backslash = ByteScan.firstIndex(of: .backslash, in: inside, from: 0) ?? inside.count
    for index in 0..<offsets.count {
      let end = offsets[index]
      while backslash < inside.count, plain + (backslash - offset) < end {
        plain += backslash - offset + 1
        offset = backslash + (inside[backslash + 1] == UInt8(ascii: "u") ? 6 : 2)
        backslash =
          ByteScan.firstIndex(of: .backslash, in: inside, from: offset) ?? inside.count
      }
      offset += end - plain
      plain = end
      offsets[index] = offset
    }
  }
}
