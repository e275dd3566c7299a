import Bytes

/// Finds the number of a partition by its path, without allocating for one that is known.
struct PartitionTable {
  private var paths: [[UInt8]] = []
  /// For each place the number of a partition and 1, or 0; a power of two of them.
  private var places: [UInt32] = Array(repeating: 0, count: 64)
  private var last = -1

  /// How many partitions there are.
  var count: Int { paths.count }

  /// The path of a partition.
  subscript(number: Int) -> [UInt8] { paths[number] }

  /// The number of the partition with this path, which is added where it is new.
  mutating func number(of path: Span<UInt8>) -> (number: Int, isNew: Bool) {
    // Neighbouring events often belong together.
    if last >= 0, isPath(path, last) { return (last, false) }
    var place = hash(path)
    while places[place] > 0 {
      last = Int(places[place]) - 1
      if isPath(path, last) { return (last, false) }
      place = (place + 1) & (places.count - 1)
    }
    last = paths.count
    paths.append(Array(copying: path))
    places[place] = UInt32(paths.count)
    if paths.count * 2 > places.count { grow() }
    return (last, true)
  }

  private func isPath(_ path: Span<UInt8>, _ number: Int) -> Bool {
    guard paths[number].count == path.count else { return false }
    for offset in 0..<path.count where paths[number][offset] != path[offset] { return false }
    return true
  }

  /// Where a path's search begins; seeded, as paths come from data that may want them to collide.
  private func hash(_ path: Span<UInt8>) -> Int {
    var hasher = Hasher()
    for offset in 0..<path.count { hasher.combine(path[offset]) }
    return hasher.finalize() & (places.count - 1)
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for number in paths.indices {
      let path = paths[number]
      var place = hash(path.span)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }
}
