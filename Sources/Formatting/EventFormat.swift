public import Bytes
public import DecisionEvent

/// What one format makes of events.
///
/// A format is made with the fields that it reads registered in an `EventQuery`; it never sees a
/// line that is malformed, and can't fail. It writes through one `Output`, JSON by a `JSONWriter`.
public protocol EventFormat: ~Copyable {
  /// Whether an event that spans several lines, as one in an array may, keeps its line breaks; a
  /// format with a record a line has none of them.
  static var keepsLineBreaks: Bool { get }

  /// Appends what stands before the first event. Called for a document without events, too.
  mutating func begin(into output: inout Output)

  /// Appends what stands for the event on `line`, which `reader` has just scanned.
  ///
  /// Where events are written, not a document, this is the new line without a newline.
  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output)

  /// Appends what stands behind the last event, and is ready for another document.
  mutating func end(into output: inout Output)
}

extension EventFormat where Self: ~Copyable {
  /// Most formats want each event on one line.
  public static var keepsLineBreaks: Bool { false }

  /// Most formats begin with the first event.
  public mutating func begin(into output: inout Output) {}

  /// Most formats end with the last event.
  public mutating func end(into output: inout Output) {}
}
