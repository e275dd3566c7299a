/// An expression's automaton of positions (Glushkov): a state for each byte set in the pattern,
/// with repetitions spelled out.
///
/// Sets of positions are rows of 64-bit words, `width` of them. Assertions are settled when the
/// tables are made, because a position knows its byte's neighbour: the tables that the text's
/// ends or words matter to are there once for each `Neighbour`.
struct PositionAutomaton: Sendable {
  /// The most positions that a pattern may have.
  static let positionLimit = 1_024

  /// The words of a set of positions.
  let width: Int
  /// For each byte its class: bytes of one class are alike to all positions.
  let classes: [UInt8]
  /// How many classes there are.
  let classCount: Int
  /// For each class the positions that match its bytes.
  let members: [UInt64]
  /// For each class what its bytes are as neighbours.
  let neighbours: [Neighbour]
  /// For each position those that may match the next byte.
  let followers: [UInt64]
  /// For each position those that may match the byte before.
  let leaders: [UInt64]
  /// For each neighbour before a match the positions that may match its first byte.
  let first: [UInt64]
  /// For each neighbour behind a match the positions that may match its last byte.
  let last: [UInt64]

  /// The neighbour that a byte of the text is.
  @inline(__always)
  func neighbour(_ text: Span<UInt8>, at offset: Int) -> Neighbour {
    guard offset >= 0, offset < text.count else { return .edge }
    return neighbours[Int(classes[Int(text[offset])])]
  }

  /// The automaton of a tree; refuses one of too many positions.
  init(_ syntax: PosixSyntax) throws(PosixExpression.Problem) {
    let graph = try PositionGraph(syntax)
    let width = max((graph.sets.count + 63) / 64, 1)
    self.width = width
    let wordBytes = graph.asksForWords ? PosixParser.word : ByteSet()
    (classes, members, neighbours) = Self.classify(graph.sets, wordBytes, width)
    classCount = neighbours.count

    var followers = [UInt64](repeating: 0, count: graph.sets.count * width)
    var leaders = followers
    var last = [UInt64](repeating: 0, count: Neighbour.allCases.count * width)
    for position in graph.sets.indices {
      for behind in Neighbour.allCases {
        let reached = graph.reach(from: position, behind)
        for follower in reached.positions {
          followers.insert(follower, row: position, width)
          leaders.insert(position, row: follower, width)
        }
        if reached.isEnd { last.insert(position, row: Int(behind.rawValue), width) }
      }
    }
    var first = [UInt64](repeating: 0, count: Neighbour.allCases.count * width)
    for before in Neighbour.allCases {
      for behind in Neighbour.allCases {
        for position in graph.reachFromStart(before, behind).positions {
          first.insert(position, row: Int(before.rawValue), width)
        }
      }
    }
    (self.followers, self.leaders, self.first, self.last) = (followers, leaders, first, last)
  }

  /// Puts bytes together that the same positions match.
  private static func classify(
    _ sets: [ByteSet], _ words: ByteSet, _ width: Int
  ) -> (classes: [UInt8], members: [UInt64], neighbours: [Neighbour]) {
    var classes: [UInt8] = []
    var members: [UInt64] = []
    var neighbours: [Neighbour] = []
    var known: [[UInt64]: Int] = [:]
    for byte in UInt8.min...UInt8.max {
      var row = [UInt64](repeating: 0, count: width)
      for position in sets.indices where sets[position].contains(byte) {
        row.insert(position, row: 0, width)
      }
      let isWord = words.contains(byte)
      let number = known[row + [isWord ? 1 : 0], default: neighbours.count]
      if number == neighbours.count {
        known[row + [isWord ? 1 : 0]] = number
        members += row
        neighbours.append(isWord ? .word : .other)
      }
      classes.append(UInt8(number))
    }
    return (classes, members, neighbours)
  }
}

/// Rows of bits.
extension [UInt64] {
  /// Sets a bit of a row that has `width` words.
  mutating func insert(_ bit: Int, row: Int, _ width: Int) {
    self[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
