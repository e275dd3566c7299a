import Bytes
public import Digests

/// The top-level member `_kt`, taken apart: what opens the commitments to all that an event shows
/// (spec/integrity.md, section 2.4).
public struct Receipt: ~Copyable {
  /// The event's index in the log, from 0; nil where the receipt does not tell it.
  public internal(set) var index: Int?
  /// The size of the tree that `path` leads to the root of; nil where the receipt does not tell it.
  public internal(set) var size: Int?
  /// Whether the event stands for one that a filter left out.
  public internal(set) var isStub = false
  /// The inclusion path, the leaf's sibling first; nil where the receipt has none.
  public internal(set) var path: [Digest256]?
  /// What is masked.
  var mask = Mask()
  /// The tokens, one behind the other.
  var opening = Output(capacity: 1024)

  /// A receipt that opens nothing yet.
  init() {}

  /// Whether a part of the event is masked.
  public var hasMask: Bool { !mask.entries.isEmpty }

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
