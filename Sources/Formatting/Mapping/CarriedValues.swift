import EventJSON

/// The values of one event that stand elsewhere in what a format writes; what is not among them is
/// the rest, which the format must still tell.
///
/// A value is known by the offset at which it begins: no two values of a line begin at the same
/// one. Offsets are sorted before the first question, as an event may have 100,000 policies.
struct CarriedValues {
  private var starts: [Int] = []
  private var isSorted = true

  init() { starts.reserveCapacity(64) }

  /// Forgets all of them, for the next event.
  mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    isSorted = true
  }

  /// Notes a value; the absent field is none.
  mutating func insert(_ field: Field) {
    guard field.kind != .absent else { return }
    if let last = starts.last, last > field.start { isSorted = false }
    starts.append(field.start)
  }

  /// Makes ready for the questions below.
  mutating func finish() {
    if !isSorted { sort() }
    isSorted = true
  }

  /// Usual events have some forty: sorted where they stand, as the standard library's sort takes
  /// memory for each event.
  private mutating func sort() {
    guard starts.count <= 64 else { return starts.sort() }
    for index in starts.indices.dropFirst() {
      let start = starts[index]
      var hole = index
      while hole > 0, starts[hole - 1] > start {
        starts[hole] = starts[hole - 1]
        hole -= 1
      }
      starts[hole] = start
    }
  }

  /// Whether a value was noted.
  func contains(_ field: Field) -> Bool {
    let index = index(from: field.start)
    return index < starts.count && starts[index] == field.start
  }

  /// Whether one of them stands inside an object.
  func hasAny(inside object: Field) -> Bool {
    let index = index(from: object.start + 1)
    return index < starts.count && starts[index] < object.end
  }

  /// Where the first one stands that begins at `start` or behind it.
  private func index(from start: Int) -> Int {
    assert(isSorted, "finish comes before questions")
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
