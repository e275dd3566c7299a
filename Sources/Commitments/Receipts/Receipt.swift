import Bytes
import Digests

/// The top-level member `_kt`, taken apart: what opens the commitments to all that an event shows
/// (spec/integrity.md, section 2.4).
struct Receipt: ~Copyable {
  /// The event's index in the log, from 0; nil where the receipt does not tell it.
  var index: Int?
  /// The size of the tree that `path` leads to the root of; nil where the receipt does not tell it.
  var size: Int?
  /// Whether the event stands for one that a filter left out.
  var isStub = false
  /// The inclusion path, the leaf's sibling first; nil where the receipt has none.
  var path: [Digest256]?
  /// What is masked.
  var mask = Mask()
  /// The tokens, one behind the other.
  var opening = Output(capacity: 1024)

  /// A receipt that opens nothing yet.
  init() {}

  /// Whether a part of the event is masked.
  var hasMask: Bool { !mask.entries.isEmpty }

  /// Takes out everything and keeps the room.
  mutating func removeAll() {
    index = nil
    size = nil
    isStub = false
    path = nil
    mask.removeAll()
    opening.removeAll()
  }
}
