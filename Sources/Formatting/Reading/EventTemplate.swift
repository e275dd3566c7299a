import DecisionEvent
import EventJSON

/// The event that a file's columns make, as a tree, worked out once.
///
/// A place can be written by several columns: the one that holds the whole of it wins over those
/// of its parts, a raw path over a canonical name, and an earlier column over a later one.
struct EventTemplate {
  /// A place in the event.
  struct Node {
    /// The member's name in its object; empty for the event and for elements.
    let name: [UInt8]
    /// The columns whose cells are the value, the one that wins first.
    fileprivate(set) var wholes: [Int] = []
    /// The members, in the order of their first columns.
    fileprivate(set) var members: [Int] = []
    /// The place of an array's elements, or -1.
    fileprivate(set) var element = -1
    /// All columns at and below this place.
    fileprivate(set) var columns: [Int] = []
  }

  /// The node of the event itself.
  static let root = 0

  /// The places; the event first.
  private(set) var nodes = [Node(name: [])]

  /// The tree of these columns.
  init(_ columns: [InputColumn]) {
    for rank in 0...1 {
      for index in columns.indices where columns[index].rank == rank {
        add(index, at: columns[index].path)
      }
    }
    sortMembers()
  }

  private mutating func add(_ column: Int, at path: FieldPath) {
    var node = Self.root
    nodes[node].columns.append(column)
    for segment in path.segments {
      switch segment {
      case .member(let name): node = member(of: node, named: name)
      case .elements: node = element(of: node)
      }
      nodes[node].columns.append(column)
    }
    nodes[node].wholes.append(column)
  }

  private mutating func member(of node: Int, named name: [UInt8]) -> Int {
    if let known = nodes[node].members.first(where: { nodes[$0].name == name }) { return known }
    nodes.append(Node(name: name))
    nodes[node].members.append(nodes.count - 1)
    return nodes.count - 1
  }

  private mutating func element(of node: Int) -> Int {
    if nodes[node].element < 0 {
      nodes.append(Node(name: []))
      nodes[node].element = nodes.count - 1
    }
    return nodes[node].element
  }

  /// Raw paths were added first; members stand where their first column does.
  private mutating func sortMembers() {
    let first = nodes.map { $0.columns.min() ?? 0 }
    for node in nodes.indices { nodes[node].members.sort { first[$0] < first[$1] } }
  }
}
