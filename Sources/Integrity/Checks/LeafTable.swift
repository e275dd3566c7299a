import Digests

/// The leaves that a log has, in its order, each to be taken once: for naming what changed.
///
/// It holds the first half of each leaf. That is enough to tell leaves apart: to make an event
/// whose half is another's takes 2^128 tries. A leaf takes about 28 bytes.
struct LeafTable {
  /// How many leaves a table can hold.
  static let maximumCount = Int(UInt32.max >> 1) - 1
  private static let none = UInt32.max

  private var halves: [Digest128] = []
  /// For each leaf the next one that equals it, or none; for the first of equal ones the next one
  /// that was not taken.
  private var next: [UInt32] = []
  private var isTaken: [Bool] = []
  /// The first of equal leaves, by hash; or none.
  private var slots: [UInt32] = []
  /// Random, so that nobody can make leaves that crowd into a few slots.
  private let mixer: Digest128

  /// A table without a leaf.
  init() {
    var generator = SystemRandomNumberGenerator()
    mixer = Digest128(first: generator.next(), second: generator.next())
  }

  /// How many leaves there are.
  var count: Int { halves.count }

  /// What the table knows of a leaf.
  enum Match {
    /// It is that of the event at an index, the smallest one that was not taken before.
    case taken(Int)
    /// All events that have it were taken; the first one has this index.
    case used(first: Int)
    /// No event has it.
    case unknown
  }

  mutating func append(_ leaf: Digest256) {
    precondition(count < Self.maximumCount, "a table of leaves has room for 2^31 - 2")
    halves.append(leaf.leading)
  }

  /// Makes the table fit to be asked, with the first `count` leaves taken.
  mutating func index(taking count: Int) {
    precondition(count <= self.count, "only leaves that are there are taken")
    next = Array(repeating: Self.none, count: self.count)
    isTaken = Array(repeating: false, count: self.count)
    for index in 0..<count { isTaken[index] = true }
    var size = 16
    while size < self.count + self.count / 2 { size *= 2 }
    slots = Array(repeating: Self.none, count: size)
    // From the last one back, so that each stands before those that equal it.
    for index in stride(from: self.count - 1, through: 0, by: -1) {
      let slot = slot(of: halves[index])
      // What comes behind a taken one must be one that was not.
      next[index] = nextUntaken(slots[slot])
      slots[slot] = UInt32(index)
    }
  }

  private func nextUntaken(_ index: UInt32) -> UInt32 {
    index == Self.none || !isTaken[Int(index)] ? index : next[Int(index)]
  }

  /// Takes the first event that has this leaf and was not taken yet.
  mutating func take(_ leaf: Digest256) -> Match {
    let slot = slot(of: leaf.leading)
    guard slots[slot] != Self.none else { return .unknown }
    let first = Int(slots[slot])
    if !isTaken[first] {
      isTaken[first] = true
      return .taken(first)
    }
    guard next[first] != Self.none else { return .used(first: first) }
    let index = Int(next[first])
    isTaken[index] = true
    next[first] = next[index]
    return .taken(index)
  }

  /// Whether a line shows the event at an index.
  func isTaken(_ index: Int) -> Bool { isTaken[index] }

  /// The slot that holds the first of the leaves with this half, or the empty one for it.
  private func slot(of half: Digest128) -> Int {
    let product = (half.first ^ mixer.first).multipliedFullWidth(by: half.second ^ mixer.second)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
    while slots[slot] != Self.none, halves[Int(slots[slot])] != half {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
