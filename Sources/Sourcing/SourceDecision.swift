import DecisionEvent
import Digests

/// What a stage found of the last event that it decided, for whoever reads it again.
struct SourceDecision {
  /// When it happened, where that is known.
  var time: Timestamp?
  /// What it is known by, if it was exported, or told as malformed.
  var digest: Digest128?
  /// Whether it comes at or behind the end of the window.
  var isBeyond = false
}

/// What a stage needs to know of earlier runs.
struct ExportHistory: Sendable {
  /// What digests are made with.
  let key: DigestKey
  /// The events that were exported, and may come again.
  let exported: DigestTable
  /// The latest time of all exported events.
  let latest: Timestamp?

  /// What a cursor knows.
  init(_ cursor: Cursor) {
    key = cursor.key
    exported = cursor.exported
    latest = cursor.latest
  }
}
