import Bytes
public import Digests
import EventJSON

/// Computes the root of an event that carries a receipt from what it shows, without the salt
/// (spec/integrity.md, section 2.4).
///
/// Made once and used for many events. What belongs to the last event stays readable until the
/// next one: its receipt, and which parts of it are shown without being proven.
public struct ReceiptVerifier: ~Copyable {
  private var form = CanonicalForm()
  var canonical = Output(capacity: 8 * 1024)
  private var nodes: [CanonicalNode] = []
  private var reader = ReceiptReader()
  /// The receipt of the last event.
  public private(set) var receipt = Receipt()
  var tree = MaskedTree()
  private var opened = OpenedCommitment()

  /// A verifier that has room for a usual event.
  public init() {}

  /// How many hashes were computed.
  public var hashCount: Int { opened.commitment.hashCount }
  /// How many bytes were hashed.
  public var hashedByteCount: Int { opened.commitment.hashedByteCount }

  /// The root of an event that carries a receipt, or nil where it carries none.
  ///
  /// The root is that of the sealed event only if its leaf is in the log: whoever calls compares.
  public mutating func root(of line: Span<UInt8>) throws(ReceiptRefusal) -> Digest256? {
    guard try read(line) else { return nil }
    return try Self.root(
      canonical, receipt, tree, &opened)
  }

  /// The leaf of the log for an event with this root.
  public mutating func leaf(ofRoot root: Digest256) -> Digest256 {
    opened.commitment.leaf(ofRoot: root)
  }

  /// Reads an event and its receipt, and gives whether it has one.
  mutating func read(_ line: Span<UInt8>) throws(ReceiptRefusal) -> Bool {
    canonical.removeAll()
    do throws(CanonicalRefusal) {
      try form.append(event: line, to: &canonical, noting: &nodes)
    } catch {
      throw .event(error)
    }
    guard form.receipt.kind != .absent else { return false }
    try reader.read(form.receipt, of: line, into: &receipt)
    try tree.build(nodes, &canonical, receipt.mask)
    return true
  }

  private static func root(
    _ canonical: borrowing Output, _ receipt: borrowing Receipt, _ tree: borrowing MaskedTree,
    _ opened: inout OpenedCommitment
  ) throws(ReceiptRefusal) -> Digest256 {
    opened.begin()
    let root = try opened.commit(
      0, tree, receipt.mask, canonical.bytes, receipt.opening.bytes)
    guard opened.offset == receipt.opening.count else { throw .open }
    return root
  }
}
