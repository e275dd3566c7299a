import DecisionEvent
import EventJSON

/// The event that a file's columns make, as a tree, worked out once.
///
/// A place can be written by several columns: the one that holds the whole of it wins over those
/// of its parts, a raw path over a canonical name, and an earlier column over a later one.
///
/// The tree lies flat, so that walking it copies nothing but numbers: a place's lists are ranges of
/// `indexes`, its name a range of `names`.
struct EventTemplate {
  /// A place in the event.
  struct Place {
    /// Where the member's name in its object stands; empty for the event and for elements.
    let name: Range<Int>
    /// The columns whose cells are the value, the one that wins first.
    let wholes: Range<Int>
    /// The members' places, in the order of their first columns.
    let members: Range<Int>
    /// All columns at and below this place.
    let columns: Range<Int>
    /// The place of an array's elements, or -1.
    let element: Int
  }

  /// The place of the event itself.
  static let root = 0

  /// The places; the event first.
  private(set) var places: [Place] = []
  /// Numbers of columns and of places.
  private(set) var indexes: [Int] = []
  /// The names of all members.
  private(set) var names: [UInt8] = []

  /// The tree of these columns.
  init(_ columns: [InputColumn]) {
    let tree = TemplateTree(columns)
    for node in tree.nodes {
      let start = names.count
      names += node.name
      places.append(
        Place(
          name: start..<names.count, wholes: append(node.wholes), members: append(node.members),
          columns: append(node.columns), element: node.element))
    }
  }

  private mutating func append(_ list: [Int]) -> Range<Int> {
    let start = indexes.count
    indexes += list
    return start..<indexes.count
  }
}

/// The tree while it grows.
private struct TemplateTree {
  struct Node {
    let name: [UInt8]
    var wholes: [Int] = []
    var members: [Int] = []
    var columns: [Int] = []
    var element = -1
  }

  private(set) var nodes = [Node(name: [])]

  init(_ columns: [InputColumn]) {
    for rank in 0...1 {
      for index in columns.indices where columns[index].rank == rank {
        add(index, at: columns[index].path)
      }
    }
    // Raw paths were added first; members stand where their first column does.
    let first = nodes.map { $0.columns.min() ?? 0 }
    for node in nodes.indices { nodes[node].members.sort { first[$0] < first[$1] } }
  }

  private mutating func add(_ column: Int, at path: FieldPath) {
    var node = EventTemplate.root
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
}
