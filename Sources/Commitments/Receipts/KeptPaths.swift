import Bytes
public import EventJSON

/// What a stub shows of an event, as a tree of names.
public struct KeptPaths: Sendable {
  private struct Node: Sendable {
    var name: [UInt8] = []
    var children: [Int] = []
    var elements: Int?
    /// Whether everything from here down is shown.
    var isEnd = false
  }

  private var nodes = [Node()]

  /// The tree of paths.
  public init(_ paths: [FieldPath]) {
    for path in paths {
      var node = 0
      for segment in path.segments { node = step(from: node, segment) }
      nodes[node].isEnd = true
    }
  }

  private mutating func step(from node: Int, _ segment: FieldPath.Segment) -> Int {
    switch segment {
    case .elements:
      if let elements = nodes[node].elements { return elements }
      nodes[node].elements = nodes.count
      nodes.append(Node())
    case .member(let name):
      if let child = nodes[node].children.first(where: { nodes[$0].name == name }) { return child }
      nodes[node].children.append(nodes.count)
      nodes.append(Node(name: name))
    }
    return nodes.count - 1
  }

  /// The node of the whole event.
  static let root = 0

  /// Whether all of a value is shown.
  func isEnd(_ node: Int) -> Bool { nodes[node].isEnd }

  /// The node of an array's elements, or nil where nothing of them is shown.
  func elements(of node: Int) -> Int? { nodes[node].elements }

  /// The node of the member with a name, or nil where nothing of it is shown.
  func member(of node: Int, named name: Span<UInt8>) -> Int? {
    for child in nodes[node].children {
      let own = nodes[child].name
      if ByteScan.equal(name, 0, name.count, own.span) { return child }
    }
    return nil
  }
}
