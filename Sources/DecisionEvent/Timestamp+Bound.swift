import Bytes

extension Timestamp {
  /// A bound as options spell it: RFC 3339, a date, or a span back from `now` (`15m 1h 24h 7d`).
  ///
  /// Units are s, m, h, d and w (spec/events.md, "Time").
  public init?(bound text: String, now: Timestamp) {
    if let time = Timestamp(text) {
      self = time
      return
    }
    guard let span = TimeSpan(text)?.seconds else { return nil }
    // Further back than year 0 there is nothing to select from.
    guard span <= now.seconds + 62_167_219_200 else { return nil }
    self = now.adding(seconds: -span)
  }

  /// The midnight that ends the day `text` (a date alone), or nil.
  public init?(endOfDay text: String) {
    guard text.utf8.count == 10, let midnight = Timestamp(text) else { return nil }
    self = midnight.adding(seconds: 86_400)
  }
}
