/// How many events a tool read, and what became of them.
///
/// Read and added are the sum of the others, but for malformed ones that are handed on, which
/// count as written, too.
public struct Counts: Sendable, Equatable {
  /// Lines that are neither blank nor a frame's.
  public var read = 0
  /// Events that went on.
  public var written = 0
  /// Events that were left out by choice.
  public var dropped = 0
  /// Events that were not read but made: by a foreign command that gives more than it takes.
  public var added = 0
  /// Lines that were not events.
  ///
  /// Those that `--on-error pass` hands on are in `written` too, as whoever reads on counts them.
  public var malformed = 0

  /// Nothing counted.
  public init() {}

  /// Adds those of another frame.
  public mutating func add(_ other: Counts) {
    read += other.read
    written += other.written
    dropped += other.dropped
    added += other.added
    malformed += other.malformed
  }
}
