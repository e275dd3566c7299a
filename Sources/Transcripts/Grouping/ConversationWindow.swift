import Bytes
import DecisionEvent
import Digests

/// An event that waits for the others of its conversation.
struct WaitingTurn: Sendable {
  /// Where its line stands in the spool.
  let offset: Int
  /// How many bytes the line has.
  let count: Int
  /// When it happened; of an event that tells no time, the time of the one before it.
  let time: Timestamp
  /// How many events came before it.
  let sequence: Int
  /// What its conversation is known by; nil for an event that belongs to none.
  let conversation: Digest128?
  /// How it ended.
  let outcome: Outcome?
  /// The place of the next event of the same conversation, or -1.
  fileprivate var next = -1
  /// Whether it was handed out, and only its place is still taken.
  fileprivate var isDone = false

  /// An event as it came.
  init(
    offset: Int, count: Int, time: Timestamp, sequence: Int, conversation: Digest128?,
    outcome: Outcome?
  ) {
    self.offset = offset
    self.count = count
    self.time = time
    self.sequence = sequence
    self.conversation = conversation
    self.outcome = outcome
  }

  /// The order of time; of events of one time, that in which they came.
  static func precedes(_ one: WaitingTurn, _ other: WaitingTurn) -> Bool {
    one.time != other.time ? one.time < other.time : one.sequence < other.sequence
  }
}

/// Puts events into the order of time, those of one conversation together, within a window.
///
/// The window holds so many events at most. When one more comes, the earliest leaves with all
/// others of its conversation: what comes of that conversation later is a part of its own.
///
/// Invariant: `heap` has the places of all events that take one, the earliest first (a binary
/// heap); an event that has left with its conversation keeps its place until it would be the first.
struct ConversationWindow {
  /// How many events wait at most.
  let limit: Int
  private var turns: [WaitingTurn] = []
  private var free: [Int] = []
  private var heap: [Int] = []
  private var open: [Digest128: (first: Int, last: Int)] = [:]

  /// An empty window of `limit` events, 1 or more.
  init(limit: Int) {
    precondition(limit > 0, "a window holds an event")
    self.limit = limit
  }

  /// Whether an event must leave before another one comes.
  var isFull: Bool { heap.count >= limit }

  /// Adds an event, for which there is room.
  mutating func add(_ turn: WaitingTurn) {
    let place: Int
    if let old = free.popLast() {
      place = old
      turns[place] = turn
    } else {
      place = turns.count
      turns.append(turn)
    }
    if let conversation = turn.conversation {
      if let known = open[conversation] {
        turns[known.last].next = place
        open[conversation] = (known.first, place)
      } else {
        open[conversation] = (place, place)
      }
    }
    heap.append(place)
    rise(from: heap.count - 1)
  }

  /// Takes the earliest event out, with all of its conversation, in the order of time; nothing
  /// where none waits.
  mutating func takeEarliest(into group: inout [WaitingTurn]) {
    group.removeAll(keepingCapacity: true)
    while let place = heap.first {
      removeFirst()
      free.append(place)
      guard !turns[place].isDone else { continue }
      collect(place, &group)
      return
    }
  }

  private mutating func collect(_ place: Int, _ group: inout [WaitingTurn]) {
    guard let conversation = turns[place].conversation,
      let chain = open.removeValue(forKey: conversation)
    else { return group.append(turns[place]) }
    var next = chain.first
    while next >= 0 {
      group.append(turns[next])
      turns[next].isDone = true
      next = turns[next].next
    }
    group.sort(by: WaitingTurn.precedes)
  }

  private mutating func rise(from start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard WaitingTurn.precedes(turns[heap[index]], turns[heap[parent]]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func removeFirst() {
    heap[0] = heap[heap.count - 1]
    heap.removeLast()
    var index = 0
    while true {
      var earliest = index
      for child in 2 * index + 1..<2 * index + 3 where child < heap.count {
        if WaitingTurn.precedes(turns[heap[child]], turns[heap[earliest]]) { earliest = child }
      }
      guard earliest != index else { return }
      heap.swapAt(index, earliest)
      index = earliest
    }
  }
}
