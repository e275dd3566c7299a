import Bytes
import EventJSON

/// Reads events that carry receipts: canonical form, receipt, and what is shown and masked.
///
/// Made once and used for many events.
struct ReceiptedEvent: ~Copyable {
  private var form = CanonicalForm()
  private var nodes: [CanonicalNode] = []
  private var reader = ReceiptReader()
  /// The canonical form of the last event, and behind it the names of its absent members.
  private(set) var canonical = Output(capacity: 8 * 1024)
  /// The receipt of the last event.
  private(set) var receipt = Receipt()
  /// The values of the last event.
  private(set) var tree = MaskedTree()

  /// The value of the last event's `_kt` in its line; absent where it has none.
  var receiptField: Field { form.receipt }

  /// Reads an event and its receipt, and gives whether it has one.
  mutating func read(_ line: Span<UInt8>) throws(ReceiptRefusal) -> Bool {
    canonical.removeAll()
    receipt.removeAll()
    do throws(CanonicalRefusal) {
      try form.append(event: line, to: &canonical, noting: &nodes)
    } catch {
      throw .event(error)
    }
    guard form.receipt.kind != .absent else { return false }
    try reader.read(form.receipt, of: line, into: &receipt)
    try Self.build(&tree, nodes, &canonical, receipt.mask)
    return true
  }

  private static func build(
    _ tree: inout MaskedTree, _ nodes: [CanonicalNode], _ canonical: inout Output,
    _ mask: borrowing Mask
  ) throws(ReceiptRefusal) {
    try tree.build(nodes, &canonical, mask)
  }
}
