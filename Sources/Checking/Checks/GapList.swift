import DecisionEvent

/// The gaps between the times of a stream that are longer than a limit, whatever order times come
/// in.
///
/// What lies between two times is known when all are: every time is kept, which takes 16 bytes, and
/// they are put in order at the end. Of the gaps that are found ten thousand are kept.
struct GapList: Sendable {
  /// A span of time without events.
  struct Gap: Equatable, Sendable {
    let start: Timestamp
    let end: Timestamp
  }

  /// How many gaps are kept.
  private static let maximum = 10_000

  let limit: TimeSpan
  private var times: [Timestamp] = []
  private var latest: Timestamp?
  /// The first gaps; known once the list is closed.
  private(set) var kept: [Gap] = []
  /// How many gaps there are; known once the list is closed.
  private(set) var count = 0
  /// How many times were earlier than one before them.
  private(set) var lateCount = 0

  init(longerThan limit: TimeSpan) { self.limit = limit }

  /// How many intervals times and the ends of the range make.
  var intervalCount: Int { max(0, times.count - 1) }

  /// Adds the time of an event.
  mutating func add(_ time: Timestamp) {
    times.append(time)
    if let latest, time < latest { lateCount += 1 } else { latest = time }
  }

  /// Finds the gaps between all times, those to the ends of a range included; called once, at the
  /// end.
  mutating func close(_ window: TimeWindow) {
    times += [window.since, window.until].compactMap { $0 }
    times.sort()
    for (start, end) in zip(times, times.dropFirst())
    where end > start.adding(seconds: limit.seconds) {
      count += 1
      if kept.count < Self.maximum { kept.append(Gap(start: start, end: end)) }
    }
  }
}
