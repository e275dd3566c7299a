import DecisionEvent
import Digests
import Stages

/// Which part of what was exported is to be read again by the next run.
struct Lookback: Sendable {
  /// How many seconds before the latest exported event's time are read again; nil for none.
  var overlap: Int64?
  /// Whether events may come behind the window's end, and so are left for the next run.
  var isBounded = false

  /// Whether an exported event may be read again.
  var isNeeded: Bool { overlap != nil || isBounded }

  /// The first moment that is read again, or nil.
  func start(latest: Timestamp?) -> Timestamp? {
    guard let overlap, let latest else { return nil }
    return latest.adding(seconds: -overlap)
  }
}

/// Follows the reading of one file, and tells where the next run must begin so that it sees every
/// event of the overlap and every one behind the window's end, and what was exported from there on.
///
/// Positions are noted every 16 KiB, not at each event: the next run may begin a little earlier, as
/// what was exported is known.
struct ExportTrail {
  private struct Mark {
    let position: ReadingPosition
    /// The latest time of the events before it.
    let latestBefore: Timestamp?
    /// How many events were exported before it.
    let exportedBefore: Int
  }

  private static let spacing = 16 * 1024
  private let lookback: Lookback
  private var marks: [Mark] = []
  private var latest: Timestamp?
  private var exported: [Digest128] = []
  /// How many events were exported before the first one in `exported`.
  private var forgotten = 0
  /// Whether an event came behind the window's end: the next run begins there or before.
  private(set) var isHeld = false

  /// A trail that begins at `start`.
  init(_ lookback: Lookback, from start: ReadingPosition) {
    self.lookback = lookback
    marks = [Mark(position: start, latestBefore: nil, exportedBefore: 0)]
  }

  /// How many events are remembered.
  var count: Int { forgotten + exported.count - marks[0].exportedBefore }

  /// Whether the position before the event that was just decided is to be noted.
  ///
  /// That of a document is the same for all its events, and so is noted before the first one.
  func wantsMark(
    at offset: Int, inDocument: Bool, before decision: SourceDecision
  ) -> Bool {
    guard lookback.isNeeded, !isHeld else { return false }
    let distance = offset - (marks.last?.position.offset ?? 0)
    return distance >= Self.spacing || ((decision.isBeyond || inDocument) && distance > 0)
  }

  /// Notes a position.
  mutating func mark(_ position: ReadingPosition, latest time: Timestamp?) throws(Problem) {
    marks.append(
      Mark(
        position: position, latestBefore: latest,
        exportedBefore: forgotten + exported.count))
    trim(latest: time)
    try Self.check(count)
  }

  /// Notes an event, behind the position before it.
  mutating func note(_ decision: SourceDecision) {
    guard lookback.isNeeded else { return }
    if let time = decision.time { latest = max(latest ?? time, time) }
    if decision.isBeyond { isHeld = true }
    if let digest = decision.digest { exported.append(digest) }
  }

  /// Refuses to remember more events than fit.
  static func check(_ count: Int) throws(Problem) {
    guard count <= Cursor.maximumExported else {
      throw Problem(
        .failure,
        "more than \(Cursor.maximumExported) exported events would be read again; take a shorter "
          + "--overlap, or a later --until")
    }
  }

  /// Forgets what the next run will not read again.
  mutating func trim(latest time: Timestamp?) {
    let first = firstMark(latest: time)
    let surplus = marks[first].exportedBefore - forgotten
    marks.removeFirst(first)
    // Moving the rest costs as much as it has, so it is done when half can go.
    guard surplus * 2 > exported.count else { return }
    exported.removeFirst(surplus)
    forgotten += surplus
  }

  /// The last mark before every event that is to be read again.
  private func firstMark(latest time: Timestamp?) -> Int {
    guard let start = lookback.start(latest: time) else { return marks.count - 1 }
    return marks.lastIndex { $0.latestBefore.map { $0 < start } ?? true } ?? 0
  }

  /// Where the next run begins, and what was exported behind that, when the file was read up to
  /// `end`.
  func conclusion(
    end: ReadingPosition, latest time: Timestamp?
  ) -> (position: ReadingPosition, exported: [Digest128]) {
    var trail = self
    if !isHeld {
      trail.marks.append(
        Mark(
          position: end, latestBefore: latest, exportedBefore: forgotten + exported.count))
    }
    let mark = trail.marks[trail.firstMark(latest: time)]
    return (mark.position, Array(exported[(mark.exportedBefore - forgotten)...]))
  }
}
