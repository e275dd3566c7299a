public import Digests

/// Proofs about a section of a log: inclusion paths of its leaves, and consistency with any size
/// from its beginning on (RFC 9162, sections 2.1.3 and 2.1.4; spec/integrity.md, section 2.5).
///
/// Leaves are read by chunks of 64: for paths in the order of the log each one is read once, and
/// a path costs two hashes more on the average; a path anywhere costs 63 hashes.
public struct LogProofs<Failure: Error> {
  /// Reads the hashes of leaves by their indexes in the log; at most 64 of the section.
  ///
  /// - Throws: what reading the leaves fails with.
  public typealias LeafReader = (Range<Int>) throws(Failure) -> [Digest256]

  private let section: LogSection
  // The roots of the last leaves, which are no perfect subtree, by level.
  private let edges: [Digest256?]
  private let leaves: LeafReader
  private var chunk: PerfectNodes?
  private var chunkPlace = -1

  /// Proofs about a section that is complete, whose leaves `leaves` reads.
  public init(_ section: LogSection, leaves: @escaping LeafReader) {
    self.section = section
    self.leaves = leaves
    let frontier = section.frontier
    edges = (0...62).map { frontier.edge(below: $0) }
  }

  /// Replaces `path` with the path that proves the leaf `index`, its sibling first.
  ///
  /// `index` is that of a leaf of the section.
  ///
  /// - Throws: what reading the leaves throws.
  public mutating func inclusionPath(
    of index: Int, into path: inout [Digest256]
  ) throws(Failure) {
    precondition(
      index >= section.before.size && index < section.size, "a path is that of a leaf there is")
    path.removeAll(keepingCapacity: true)
    try load(index >> LogSection.chunkLevel)
    climb(from: 0, index, into: &path)
  }

  /// The proof that the log of the section's end begins with that of `oldSize` leaves, which is
  /// at least 1, at least the size before the section, and at most that behind it.
  ///
  /// - Throws: what reading the leaves throws.
  public mutating func consistencyProof(from oldSize: Int) throws(Failure) -> [Digest256] {
    precondition(
      oldSize > 0 && oldSize >= section.before.size && oldSize <= section.size,
      "a proof is about a size that the section knows")
    guard oldSize < section.size else { return [] }
    let level = oldSize.trailingZeroBitCount
    let place = oldSize >> level - 1
    if level < LogSection.chunkLevel { try load((oldSize - 1) >> LogSection.chunkLevel) }
    var proof = place == 0 ? [] : [node(level, place)]
    climb(from: level, place, into: &proof)
    return proof
  }

  /// Makes the nodes of a chunk of leaves, unless they are there.
  private mutating func load(_ place: Int) throws(Failure) {
    guard place != chunkPlace else { return }
    let level = LogSection.chunkLevel
    let start = max(section.before.size, place << level)
    let end = min(section.size, (place + 1) << level)
    let isFirst = start == section.before.size
    var nodes = PerfectNodes(
      from: start, after: isFirst ? section.before : Frontier(), levels: 0...(level - 1))
    let leaves = start < end ? try leaves(start..<end) : []
    precondition(leaves.count == end - start, "a reader gives as many leaves as asked for")
    for leaf in leaves { nodes.append(leaf) }
    chunk = nodes
    chunkPlace = place
  }

  /// Appends the siblings of a node and of all above it.
  private func climb(from level: Int, _ place: Int, into path: inout [Digest256]) {
    var level = level
    var place = place
    while (section.size - 1) >> level > 0 {
      let sibling = place ^ 1
      if sibling <= (section.size - 1) >> level { path.append(node(level, sibling)) }
      place >>= 1
      level += 1
    }
  }

  private func node(_ level: Int, _ place: Int) -> Digest256 {
    let node =
      place == section.size >> level
      ? edges[level]
      : level < LogSection.chunkLevel ? chunk?.node(level, place) : section.node(level, place)
    guard let node else { preconditionFailure("a proof needs only what the section has") }
    return node
  }
}
