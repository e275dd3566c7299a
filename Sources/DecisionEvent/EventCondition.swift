public import EventJSON

/// A question about events that can also be asked of one whose parts are hidden
/// (spec/integrity.md, section 7).
public protocol EventCondition: ~Copyable {
  /// What it reads of an event.
  var paths: [FieldPath] { get }

  /// The answer for an event; nil where what is hidden leaves it open.
  ///
  /// `isHidden` tells whether anything on a path, or below it, is hidden: what stands there never
  /// counts.
  mutating func decide(
    _ line: Span<UInt8>, hiding isHidden: (FieldPath) -> Bool
  ) throws(JSONProblem) -> Bool?
}
