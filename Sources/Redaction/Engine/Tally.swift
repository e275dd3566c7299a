/// How often something was found, of one kind.
struct Tally: Sendable {
  /// The kind's number.
  let kind: UInt8
  /// How many hits.
  var count: Int
  /// The highest confidence among them.
  var confidence: UInt8
}

/// What was found in one value or over a whole stream, by kind; few kinds at a time.
struct Tallies: Sendable {
  private(set) var items: [Tally] = []

  init() { items.reserveCapacity(64) }

  /// Counts a hit.
  mutating func add(_ kind: UInt8, confidence: UInt8, count: Int = 1) {
    for index in items.indices where items[index].kind == kind {
      items[index].count += count
      items[index].confidence = max(items[index].confidence, confidence)
      return
    }
    items.append(Tally(kind: kind, count: count, confidence: confidence))
  }

  /// Counts everything that others counted.
  mutating func add(_ others: borrowing Tallies) {
    for index in others.items.indices {
      let item = others.items[index]
      add(item.kind, confidence: item.confidence, count: item.count)
    }
  }

  /// What was counted, in the order of kinds.
  var sorted: [Tally] { items.sorted { $0.kind < $1.kind } }

  /// Forgets everything and keeps the room.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }
}
