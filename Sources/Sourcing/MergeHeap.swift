import DecisionEvent

/// A binary heap of inputs, the one whose next event is the earliest on top.
struct MergeHeap {
  /// An input by its number, and the time of its next event.
  struct Entry: Comparable {
    let time: Timestamp
    let index: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.time != right.time ? left.time < right.time : left.index < right.index
    }
  }

  private var entries: [Entry] = []

  /// The earliest one.
  var first: Entry? { entries.first }

  /// Adds an entry.
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the earliest one out.
  mutating func removeFirst() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    sink()
  }

  /// Gives the earliest one a later time; whether it stays the earliest.
  mutating func stays(_ entry: Entry) -> Bool {
    entries[0] = entry
    sink()
    return entries[0].index == entry.index
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child] < entries[least] {
        least = child
      }
      if least == parent { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
