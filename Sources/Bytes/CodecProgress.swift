/// A compressed stream that can't be decoded, in the library's words.
public struct CodecProblem: Error, Equatable, Sendable {
  /// What the library says, such as `incorrect data check`.
  public let reason: String
}

/// How far one call of a decoder came.
public struct CodecProgress: Sendable {
  /// Input bytes taken.
  public let consumed: Int
  /// Output bytes given.
  public let produced: Int
  /// Whether the member, or frame, ended.
  public let isFinished: Bool
}
