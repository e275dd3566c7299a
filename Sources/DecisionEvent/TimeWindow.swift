/// A half-open span of time, [since, until); an absent bound does not limit.
public struct TimeWindow: Equatable, Sendable {
  /// The first moment inside, or nil.
  public var since: Timestamp?
  /// The first moment behind it, or nil.
  public var until: Timestamp?

  /// A window between two bounds.
  public init(since: Timestamp? = nil, until: Timestamp? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether the window lets everything through, events without a time included.
  public var isUnbounded: Bool { since == nil && until == nil }

  /// Whether a moment lies inside.
  public func contains(_ time: Timestamp) -> Bool {
    if let since, time < since { return false }
    if let until, time >= until { return false }
    return true
  }
}
