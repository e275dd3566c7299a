import Bytes
import EventJSON

/// The values of an event as they were committed to: those it shows, with the masked members that
/// it does not show among them, and for each whether all of it is to be seen.
///
/// Reused from event to event; nothing is allocated for a mask of few entries.
struct MaskedTree: ~Copyable {
  /// What the mask says of a value.
  struct Mark {
    var display = ValueDisplay.visible
    /// The zones of a text that is mixed.
    var zones = 0..<0
  }

  var nodes: [CanonicalNode] = []
  var marks: [Mark] = []
  /// The entries of the mask, sorted at each level as the values are that they lead to.
  private var order: [Int] = []
  private var name = Output(capacity: 64)

  /// Makes the tree of an event.
  ///
  /// - Parameters:
  ///   - shown: the values of the event.
  ///   - bytes: its canonical form; the names of members that it does not show are appended.
  mutating func build(
    _ shown: [CanonicalNode], _ bytes: inout Output, _ mask: borrowing Mask
  ) throws(ReceiptRefusal) {
    nodes.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    for entry in mask.entries.indices { order.append(entry) }
    try add(0, 0..<order.count, depth: 0, shown, &bytes, mask)
  }

  /// Adds a value and everything inside it; the entries are those that lead to it or below it.
  private mutating func add(
    _ node: Int, _ entries: Range<Int>, depth: Int, _ shown: [CanonicalNode],
    _ bytes: inout Output, _ mask: borrowing Mask
  ) throws(ReceiptRefusal) {
    guard !entries.isEmpty else { return copy(node, shown) }
    for entry in entries where mask.depth(of: order[entry]) == depth {
      // Nothing is masked below what is masked.
      guard entries.count == 1 else { throw .mask }
      return try addMasked(shown[node], mask.entries[order[entry]].zones)
    }
    let place = nodes.count
    nodes.append(shown[node])
    marks.append(Mark(display: .mixed))
    let count: Int
    switch shown[node].kind {
    case .object: count = try addMembers(node, entries, depth: depth, shown, &bytes, mask)
    case .array: count = try addElements(node, entries, depth: depth, shown, &bytes, mask)
    default: throw .mask
    }
    nodes[place].setChildren(count: count, next: nodes.count)
  }

  /// Adds a value that is masked whole, without what it shows inside, or a text with zones.
  private mutating func addMasked(
    _ shown: CanonicalNode, _ zones: Range<Int>
  ) throws(ReceiptRefusal) {
    guard zones.isEmpty || shown.kind == .string || shown.kind == .escapedString else {
      throw .mask
    }
    nodes.append(shown)
    nodes[nodes.count - 1].setChildren(count: 0, next: nodes.count)
    marks.append(Mark(display: zones.isEmpty ? .masked : .mixed, zones: zones))
  }

  /// Adds a value of which all is visible.
  private mutating func copy(_ node: Int, _ shown: [CanonicalNode]) {
    let distance = nodes.count - node
    for old in node..<shown[node].next {
      nodes.append(shown[old])
      if distance != 0 {
        nodes[nodes.count - 1].setChildren(
          count: shown[old].childCount, next: shown[old].next + distance)
      }
      marks.append(Mark())
    }
  }

  private mutating func addElements(
    _ array: Int, _ entries: Range<Int>, depth: Int, _ shown: [CanonicalNode],
    _ bytes: inout Output, _ mask: borrowing Mask
  ) throws(ReceiptRefusal) -> Int {
    for entry in entries {
      guard let number = mask.number(of: order[entry], at: depth),
        number < shown[array].childCount
      else { throw .mask }
    }
    Self.sort(&order, entries) { left, right in
      (mask.number(of: left, at: depth) ?? 0) - (mask.number(of: right, at: depth) ?? 0)
    }
    var first = entries.lowerBound
    var element = array + 1
    for number in 0..<shown[array].childCount {
      var last = first
      while last < entries.upperBound, mask.number(of: order[last], at: depth) == number {
        last += 1
      }
      try add(element, first..<last, depth: depth + 1, shown, &bytes, mask)
      first = last
      element = shown[element].next
    }
    return shown[array].childCount
  }

  /// Sorts the places `range` of an array; `compare` gives what is negative where they stand right.
  private static func sort(
    _ places: inout [Int], _ range: Range<Int>, _ compare: (Int, Int) -> Int
  ) {
    guard range.count <= 32 else {
      let sorted = places[range].sorted { compare($0, $1) < 0 }
      return places.replaceSubrange(range, with: sorted)
    }
    for place in range {
      let entry = places[place]
      var hole = place
      while hole > range.lowerBound, compare(places[hole - 1], entry) > 0 {
        places[hole] = places[hole - 1]
        hole -= 1
      }
      places[hole] = entry
    }
  }
}

// Members, shown and absent.
extension MaskedTree {
  private mutating func addMembers(
    _ object: Int, _ entries: Range<Int>, depth: Int, _ shown: [CanonicalNode],
    _ bytes: inout Output, _ mask: borrowing Mask
  ) throws(ReceiptRefusal) -> Int {
    Self.sort(&order, entries) { mask.compare($0, $1, at: depth) }
    var count = 0
    var member = object + 1
    var first = entries.lowerBound
    while member < shown[object].next || first < entries.upperBound {
      var last = first
      let relation = relation(of: member, in: object, to: first, entries, depth, shown, bytes, mask)
      if relation >= 0 {
        repeat {
          last += 1
        } while last < entries.upperBound
          && mask.compare(order[first], order[last], at: depth) == 0
      }
      if relation > 0 {
        try addAbsent(first..<last, depth: depth, &bytes, mask)
      } else {
        try add(member, first..<last, depth: depth + 1, shown, &bytes, mask)
        member = shown[member].next
      }
      first = last
      count += 1
    }
    return count
  }

  /// Whether a member stands before the one that an entry names, is it, or stands behind it.
  private mutating func relation(
    of member: Int, in object: Int, to entry: Int, _ entries: Range<Int>, _ depth: Int,
    _ shown: [CanonicalNode], _ bytes: borrowing Output, _ mask: borrowing Mask
  ) -> Int {
    guard entry < entries.upperBound else { return -1 }
    guard member < shown[object].next else { return 1 }
    let text = shown[member].name
    name.removeAll()
    StringEscapes.decode(bytes.bytes, text.lowerBound + 1, text.upperBound - 1, into: &name)
    return mask.compare(name.bytes, with: order[entry], at: depth)
  }

  /// Adds a member of which only the name is known: its value is masked, and nothing leads below.
  private mutating func addAbsent(
    _ entries: Range<Int>, depth: Int, _ bytes: inout Output, _ mask: borrowing Mask
  ) throws(ReceiptRefusal) {
    let entry = order[entries.lowerBound]
    guard entries.count == 1, mask.depth(of: entry) == depth + 1,
      mask.entries[entry].zones.isEmpty
    else { throw .mask }
    let start = bytes.count
    try mask.append(nameOf: entry, at: depth, to: &bytes)
    nodes.append(CanonicalNode(absentMemberNamed: start..<bytes.count, next: nodes.count + 1))
    marks.append(Mark(display: .masked))
  }

  /// Whether all of `count` values that stand side by side is visible, the first one at a node.
  func areVisible(_ count: Int, from first: Int) -> Bool {
    var node = first
    for _ in 0..<count {
      if marks[node].display != .visible { return false }
      node = nodes[node].next
    }
    return true
  }
}
