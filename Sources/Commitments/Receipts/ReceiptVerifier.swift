import Bytes
public import Digests
public import EventJSON

/// Computes the root of an event that carries a receipt from what it shows, without the salt
/// (spec/integrity.md, section 2.4).
///
/// Made once and used for many events. What belongs to the last event stays readable until the
/// next one: its receipt, and which parts of it are shown without being proven.
public struct ReceiptVerifier: ~Copyable {
  var reader = ReceiptedEvent()
  private var opened = OpenedCommitment()

  /// A verifier that has room for a usual event.
  public init() {}

  /// How many hashes were computed.
  public var hashCount: Int { opened.commitment.hashCount }
  /// How many bytes were hashed.
  public var hashedByteCount: Int { opened.commitment.hashedByteCount }

  /// The value of the last line's `_kt`; absent where it has none.
  public var receipt: Field { reader.receiptField }
  /// The event's index in the log, from 0; nil where its receipt does not tell it.
  public var index: Int? { reader.receipt.index }
  /// The size of the tree that `path` leads to the root of; nil where the receipt does not tell it.
  public var size: Int? { reader.receipt.size }
  /// The inclusion path, the leaf's sibling first; nil where the receipt has none.
  public var path: [Digest256]? { reader.receipt.path }
  /// Whether the event stands for one that a filter left out.
  public var isStub: Bool { reader.receipt.isStub }
  /// Whether a part of the event is masked.
  public var hasMask: Bool { reader.receipt.hasMask }

  /// Whether all of the event is masked: nothing of what it shows is proven then.
  public var isMaskedWhole: Bool { reader.tree.marks.first?.display == .masked }

  /// The root of an event that carries a receipt, or nil where it carries none.
  ///
  /// The root is that of the sealed event only if its leaf is in the log: whoever calls compares.
  ///
  /// - Throws: why the event, or its receipt, is malformed.
  public mutating func root(of line: Span<UInt8>) throws(ReceiptRefusal) -> Digest256? {
    guard try reader.read(line) else { return nil }
    return try Self.root(reader, &opened)
  }

  /// The leaf of the log for an event with this root.
  public mutating func leaf(ofRoot root: Digest256) -> Digest256 {
    opened.commitment.leaf(ofRoot: root)
  }

  private static func root(
    _ reader: borrowing ReceiptedEvent, _ opened: inout OpenedCommitment
  ) throws(ReceiptRefusal) -> Digest256 {
    opened.begin()
    let root = try opened.commit(
      0, reader.tree, reader.receipt.mask, reader.canonical.bytes, reader.receipt.opening.bytes)
    guard opened.offset == reader.receipt.opening.count else { throw .open }
    return root
  }
}
