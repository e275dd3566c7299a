import DecisionEvent

/// Asks of each event for a time inside the declared range, and of all of them for no long gap.
struct TimeChecks {
  private let window: TimeWindow
  /// The earliest and the latest time of all events.
  private(set) var first: Timestamp?
  private(set) var last: Timestamp?
  /// The gaps; nil where nobody asks for them.
  private(set) var gaps: GapList?

  init(_ window: TimeWindow, maximumGap: TimeSpan?) {
    self.window = window
    gaps = maximumGap.map { GapList(longerThan: $0) }
  }

  /// Judges an event by its time.
  mutating func judge(_ time: Timestamp?, _ judgement: inout Judgement) {
    judgement.ask(.timeRange)
    guard let time else { return judgement.find(.noTime) }
    first = min(first ?? time, time)
    last = max(last ?? time, time)
    guard window.contains(time) else { return judgement.find(.outsideRange) }
    gaps?.add(time)
  }

  /// Tells what gaps there are, those at the ends of the range included.
  mutating func conclude(_ ledger: inout Ledger) {
    gaps?.close(window)
    guard let gaps else { return }
    ledger.set(gaps.intervalCount, askedBy: .gaps)
    ledger.add(gaps.count, .gap)
  }
}
