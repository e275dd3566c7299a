/// The states of an automaton that reads a text from its end, made when they are first reached.
///
/// A state says which positions may match the byte that was read last, so that the text from
/// there on leads to the end of a match. At most `limit` states are kept: a text that leads to
/// more of them makes the table begin anew, and costs time in proportion to its length still.
struct BackwardStates: Sendable {
  /// The most states at a time.
  static let limit = 512
  private static let unknown = UInt16.max
  private static let slotCount = 4 * limit

  private let automaton: PositionAutomaton
  /// The positions of each state.
  private var sets: [UInt64]
  /// What the byte that was read last is to the byte before it.
  private var neighbours: [Neighbour]
  /// For each state the bits of the neighbours behind which a match may begin with its byte.
  private var starts: [UInt8]
  /// For each state and class of bytes the next state.
  private var moves: [UInt16]
  /// An open hash table of the states.
  private var slots: [UInt16]
  private var count = 0
  private var scratch: [UInt64]

  /// The states of an automaton; only the first, at the text's end, is known.
  init(_ automaton: PositionAutomaton) {
    self.automaton = automaton
    sets = Array(repeating: 0, count: Self.limit * automaton.width)
    neighbours = Array(repeating: .edge, count: Self.limit)
    starts = Array(repeating: 0, count: Self.limit)
    moves = Array(repeating: Self.unknown, count: Self.limit * automaton.classCount)
    slots = Array(repeating: Self.unknown, count: Self.slotCount)
    scratch = Array(repeating: 0, count: automaton.width)
  }

  /// The state at the text's end.
  mutating func atEnd() -> Int {
    for index in scratch.indices { scratch[index] = 0 }
    return keep(.edge)
  }

  /// The state of positions that were saved.
  mutating func state(of saved: [UInt64], row: Int, _ neighbour: Neighbour) -> Int {
    for index in scratch.indices { scratch[index] = saved[row * automaton.width + index] }
    return keep(neighbour)
  }

  /// A word of the positions of a state.
  @inline(__always)
  func word(_ index: Int, of state: Int) -> UInt64 { sets[state * automaton.width + index] }

  /// Whether a match may begin with the byte that a state was reached by, for each neighbour
  /// before it a bit.
  @inline(__always)
  func starts(_ state: Int) -> UInt8 { starts[state] }

  /// The state after a byte has been read; forgets other states where there are too many.
  @inline(__always)
  mutating func move(from state: Int, _ byte: UInt8) -> Int {
    let kind = Int(automaton.classes[Int(byte)])
    let known = moves[state * automaton.classCount + kind]
    return known != Self.unknown ? Int(known) : makeMove(from: state, kind)
  }

  private mutating func makeMove(from state: Int, _ kind: Int) -> Int {
    let width = automaton.width
    let ends = Int(neighbours[state].rawValue) * width
    for index in 0..<width { scratch[index] = automaton.last[ends + index] }
    for word in 0..<width {
      var rest = sets[state * width + word]
      while rest != 0 {
        let row = (word * 64 + rest.trailingZeroBitCount) * width
        for index in 0..<width { scratch[index] |= automaton.leaders[row + index] }
        rest &= rest - 1
      }
    }
    for index in 0..<width { scratch[index] &= automaton.members[kind * width + index] }
    let before = count
    let next = keep(automaton.neighbours[kind])
    // Where the table began anew, `state` is another one now.
    if count >= before { moves[state * automaton.classCount + kind] = UInt16(next) }
    return next
  }

  /// The state of the positions in `scratch`.
  private mutating func keep(_ neighbour: Neighbour) -> Int {
    var slot = hash(neighbour)
    while slots[slot] != Self.unknown {
      if isState(Int(slots[slot]), neighbour) { return Int(slots[slot]) }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    if count == Self.limit {
      forget()
      slot = hash(neighbour)
    }
    slots[slot] = UInt16(count)
    let width = automaton.width
    for index in 0..<width { sets[count * width + index] = scratch[index] }
    neighbours[count] = neighbour
    starts[count] = startBits()
    count += 1
    return count - 1
  }

  private func startBits() -> UInt8 {
    var bits: UInt8 = 0
    for before in Neighbour.allCases {
      let row = Int(before.rawValue) * automaton.width
      for index in scratch.indices where scratch[index] & automaton.first[row + index] != 0 {
        bits |= 1 << before.rawValue
      }
    }
    return bits
  }

  private func isState(_ state: Int, _ neighbour: Neighbour) -> Bool {
    guard neighbours[state] == neighbour else { return false }
    for index in scratch.indices
    where sets[state * automaton.width + index] != scratch[index] { return false }
    return true
  }

  private func hash(_ neighbour: Neighbour) -> Int {
    var hash = UInt64(neighbour.rawValue)
    for index in scratch.indices {
      hash = (hash ^ scratch[index]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return Int(hash >> 32) & (Self.slotCount - 1)
  }

  private mutating func forget() {
    for index in slots.indices { slots[index] = Self.unknown }
    for index in moves.indices { moves[index] = Self.unknown }
    count = 0
  }
}
