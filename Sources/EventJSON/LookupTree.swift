import Bytes

/// The paths of a lookup as a tree of member names, flat in three arrays.
///
/// For `team`, `user.id` and `policies[].name`:
/// ```
///   root ─┬─ team ▪0
///         ├─ user ──── id ▪1
///         └─ policies ─[]─ name ▪2
/// ```
/// The children of a node stand side by side. A node's `filter` has the bit of each child's
/// hash set, so that most keys of an event, which nobody asked for, cost one test.
struct LookupTree: Sendable {
  struct Node: Sendable {
    var filter: UInt64 = 0
    var firstChild = 0
    var childCount = 0
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

  /// Lays out the tree that `LookupBuilder` grew, breadth first.
  init(_ grown: [LookupBuilder.GrownNode]) {
    var nodes = [Node()]
    var names: [UInt8] = []
    var queue = [(grown: 0, placed: 0)]
    var next = 0
    while next < queue.count {
      let (source, target) = queue[next]
      next += 1
      nodes[target].slot = grown[source].slot
      nodes[target].firstChild = nodes.count
      nodes[target].childCount = grown[source].children.count
      for child in grown[source].children {
        var node = Node()
        node.nameStart = names.count
        node.nameLength = grown[child].name.count
        node.refusesDuplicates = grown[child].refusesDuplicates
        let name = grown[child].name
        names += name
        nodes[target].filter |= Self.bit(name.span, 0, name.count)
        queue.append((child, nodes.count))
        nodes.append(node)
      }
      if let elements = grown[source].elements {
        nodes[target].elements = nodes.count
        queue.append((elements, nodes.count))
        nodes.append(Node())
      }
    }
    self.nodes = nodes
    self.names = names
  }

  /// The child of `parent` with the name at `start ..< end` of `line`, or -1.
  @inline(__always)
  func child(of parent: Int, named line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let bit = Self.bit(line, start, end)
    if nodes[parent].filter & bit == 0 { return -1 }
    return matchingChild(of: parent, named: line, start, end)
  }

  private func matchingChild(
    of parent: Int, named line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    let first = nodes[parent].firstChild
    for child in first..<first + nodes[parent].childCount {
      let node = nodes[child]
      guard node.nameLength == end - start else { continue }
      let name = names.span.extracting(node.nameStart..<node.nameStart + node.nameLength)
      if ByteScan.equal(line, start, node.nameLength, name) { return child }
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
