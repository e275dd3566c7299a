import DecisionEvent

/// The gaps between the times of a stream that are longer than a limit, whatever order times come
/// in.
///
/// A time that comes late splits the gap that it lies in, so that what is left in the end is the
/// gaps of the times in their order. Ten thousand gaps are kept; of a stream with more, further
/// ones are counted as they come, and no longer split.
///
/// Invariant: `kept` are the gaps longer than the limit between `first` and `last`, in their order.
struct GapList: Sendable {
  /// A span of time without events.
  struct Gap: Equatable, Sendable {
    let start: Timestamp
    let end: Timestamp
  }

  /// How many gaps are kept.
  private static let maximum = 10_000

  let limit: TimeSpan
  private var times = 0
  private var bounds = 0
  private var first: Timestamp?
  private var last: Timestamp?
  private(set) var kept: [Gap] = []
  /// How many gaps were too many to be kept.
  private(set) var further = 0
  /// How many times were earlier than one before them.
  private(set) var lateCount = 0

  init(longerThan limit: TimeSpan) { self.limit = limit }

  /// How many gaps there are.
  var count: Int { kept.count + further }

  /// How many intervals times and the ends of the range make.
  var intervalCount: Int { max(0, times + bounds - 1) }

  /// Adds the time of an event.
  mutating func add(_ time: Timestamp) {
    times += 1
    guard let earliest = first, let latest = last else {
      first = time
      last = time
      return
    }
    if time >= latest {
      note(from: latest, to: time, at: kept.count)
      last = time
      return
    }
    lateCount += 1
    if time < earliest {
      note(from: time, to: earliest, at: 0)
      first = time
    } else {
      split(at: time)
    }
  }

  /// Adds the gaps to the ends of a range.
  mutating func close(_ window: TimeWindow) {
    for bound in [window.since, window.until] {
      guard let bound else { continue }
      bounds += 1
      guard let earliest = first, let latest = last else {
        first = bound
        last = bound
        continue
      }
      if bound < earliest { note(from: bound, to: earliest, at: 0) }
      if bound > latest { note(from: latest, to: bound, at: kept.count) }
    }
  }

  private mutating func note(from start: Timestamp, to end: Timestamp, at index: Int) {
    guard isTooLong(start, end) else { return }
    guard kept.count < Self.maximum else {
      further += 1
      return
    }
    kept.insert(Gap(start: start, end: end), at: index)
  }

  private func isTooLong(_ start: Timestamp, _ end: Timestamp) -> Bool {
    end > start.adding(seconds: limit.seconds)
  }

  /// Puts a time into the gap that it lies in, if it lies in one.
  private mutating func split(at time: Timestamp) {
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].end > time { high = middle } else { low = middle + 1 }
    }
    guard low < kept.count, kept[low].start < time else { return }
    let gap = kept.remove(at: low)
    note(from: time, to: gap.end, at: low)
    note(from: gap.start, to: time, at: low)
  }
}
