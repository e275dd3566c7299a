import Bytes

/// The paths of a lookup as a tree of member names, flat in three arrays.
///
/// For `team`, `user.id` and `policies[].name`:
/// ```
///   root ─┬─ team ▪0
///         ├─ user ──── id ▪1
///         └─ policies ─[]─ name ▪2
/// ```
/// The children of a node stand side by side, in the order of their hashes' bits. A node's
/// `filter` has the bit of each child's hash set, so that most keys of an event, which nobody
/// asked for, cost one test; how many bits are set below a key's own is the number of its bucket,
/// which says where the few children begin that can have that name.
struct LookupTree: Sendable {
  struct Node: Sendable {
    var filter: UInt64 = 0
    /// Where the node's buckets begin in `buckets`.
    var firstBucket = 0
    /// Where the value goes, or -1.
    var slot = -1
    /// The node that stands for an array's elements, or -1.
    var elements = -1
    /// Whether a second member of that name makes its line malformed.
    var refusesDuplicates = false
    var nameStart = 0
    var nameLength = 0
  }

  static let root = 0
  private(set) var nodes: [Node]
  private let names: [UInt8]
  /// Where the children of each bucket begin; one more for each node says where its last one ends.
  private let buckets: [Int]

  /// Lays out the tree that `LookupBuilder` grew, breadth first.
  init(_ grown: [LookupBuilder.GrownNode]) {
    var nodes = [Node()]
    var names: [UInt8] = []
    var buckets: [Int] = []
    var queue = [(grown: 0, placed: 0)]
    var next = 0
    while next < queue.count {
      let (source, target) = queue[next]
      next += 1
      nodes[target].slot = grown[source].slot
      nodes[target].firstBucket = buckets.count
      let children = grown[source].children.map { child in
        let name = grown[child].name
        return (child: child, bit: Self.bit(name.span, 0, name.count))
      }
      for (child, bit) in children.sorted(by: { $0.bit < $1.bit }) {
        if nodes[target].filter & bit == 0 { buckets.append(nodes.count) }
        nodes[target].filter |= bit
        var node = Node()
        node.nameStart = names.count
        node.nameLength = grown[child].name.count
        node.refusesDuplicates = grown[child].refusesDuplicates
        names += grown[child].name
        queue.append((child, nodes.count))
        nodes.append(node)
      }
      buckets.append(nodes.count)
      if let elements = grown[source].elements {
        nodes[target].elements = nodes.count
        queue.append((elements, nodes.count))
        nodes.append(Node())
      }
    }
    self.nodes = nodes
    self.names = names
    self.buckets = buckets
  }

  /// The child of `parent` with the name at `start ..< end` of `line`, or -1.
  @inline(__always)
  func child(of parent: Int, named line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let bit = Self.bit(line, start, end)
    let filter = nodes[parent].filter
    if filter & bit == 0 { return -1 }
    let bucket = nodes[parent].firstBucket &+ (filter & (bit &- 1)).nonzeroBitCount
    return matchingChild(inBucket: bucket, named: line, start, end)
  }

  private func matchingChild(
    inBucket bucket: Int, named line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    for child in buckets[bucket]..<buckets[bucket + 1] {
      let length = nodes[child].nameLength
      guard length == end - start else { continue }
      let nameStart = nodes[child].nameStart
      let name = names.span.extracting(nameStart..<nameStart + length)
      if ByteScan.equal(line, start, length, name) { return child }
    }
    return -1
  }

  /// One bit of 64 that says little about a name, but at once: its length and two bytes.
  @inline(__always)
  static func bit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    if start == end { return 1 }
    let sum =
      UInt(Skip.byte(bytes, start)) &* 7 &+ UInt(Skip.byte(bytes, end &- 1)) &* 3
      &+ UInt(bitPattern: end &- start) &* 11
    return 1 &<< UInt64(truncatingIfNeeded: (sum ^ (sum &>> 6)) & 63)
  }
}

/// Grows the tree of a `Lookup` path by path.
public struct LookupBuilder: Sendable {
  struct GrownNode: Sendable {
    var name: [UInt8] = []
    var children: [Int] = []
    var elements: Int?
    var slot = -1
    var refusesDuplicates = false
  }

  private var nodes = [GrownNode()]
  private var slotCount = 0

  /// A builder without a path.
  public init() {}

  /// The slot for a path, the same one each time it is asked for.
  ///
  /// With `refusingDuplicates`, a line in which a member of the path stands twice is malformed;
  /// without it (what is only observed, for statistics) the first one counts.
  public mutating func slot(for path: FieldPath, refusingDuplicates: Bool = true) -> Int {
    var node = 0
    for segment in path.segments {
      node = step(from: node, segment)
      if refusingDuplicates { nodes[node].refusesDuplicates = true }
    }
    if nodes[node].slot < 0 {
      nodes[node].slot = slotCount
      slotCount += 1
    }
    return nodes[node].slot
  }

  /// The path that a slot was given for; nil where there is no such slot.
  public func path(of slot: Int) -> FieldPath? {
    var pending: [(node: Int, segments: [FieldPath.Segment])] = [(0, [])]
    while let (node, segments) = pending.popLast() {
      if nodes[node].slot == slot { return FieldPath(segments: segments) }
      for child in nodes[node].children {
        pending.append((child, segments + [.member(nodes[child].name)]))
      }
      if let elements = nodes[node].elements { pending.append((elements, segments + [.elements])) }
    }
    return nil
  }

  private mutating func step(from node: Int, _ segment: FieldPath.Segment) -> Int {
    switch segment {
    case .elements:
      if let elements = nodes[node].elements { return elements }
      nodes[node].elements = nodes.count
    case .member(let name):
      if let child = nodes[node].children.first(where: { nodes[$0].name == name }) { return child }
      nodes[node].children.append(nodes.count)
    }
    nodes.append(GrownNode())
    if case .member(let name) = segment { nodes[nodes.count - 1].name = name }
    return nodes.count - 1
  }

  /// The lookup of all paths so far.
  public func finish() -> Lookup { Lookup(LookupTree(nodes), slotCount: slotCount) }
}
