import Bytes
public import DecisionEvent

/// When the frames of a stream that goes on are ended.
public enum FrameLimit: Equatable, Sendable {
  /// Behind so many events.
  case events(Int)
  /// So long after its first event.
  case span(TimeSpan)

  /// Parses a number of events, from 1, or a span such as `15m` or `1h`, from a second.
  public init?(_ text: String) {
    if let count = Int(text), count > 0, text.utf8.allSatisfy(\.isDigit) {
      self = .events(count)
    } else if let span = TimeSpan(text), span.seconds > 0 {
      self = .span(span)
    } else {
      return nil
    }
  }
}

/// Tells when the open frame is to be ended.
struct FrameSchedule {
  private let limit: FrameLimit
  /// When something was first read that no frame's end, and no cursor, stands for yet.
  private var begun: Int?

  /// A schedule of nothing read.
  init(_ limit: FrameLimit) { self.limit = limit }

  /// Whether it is time, at `now` in milliseconds, after so many events.
  mutating func isDue(events: Int, now: @autoclosure () -> Int) -> Bool {
    switch limit {
    case .events(let count): return events >= count
    case .span(let span):
      let now = now()
      let start = begun ?? now
      begun = start
      return now - start >= Int(span.seconds) * 1000
    }
  }

  /// Begins anew behind a frame's end.
  mutating func reset() { begun = nil }

  /// How long to wait at most, in milliseconds, before it may be time.
  func pause(atMost pause: Int, now: Int) -> Int {
    guard case .span(let span) = limit, let begun else { return pause }
    return max(0, min(pause, begun + Int(span.seconds) * 1000 - now))
  }
}
