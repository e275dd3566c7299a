public import Bytes
public import EventJSON

/// Makes the receipt of an event after a part of it was masked, out of the receipt before: with
/// neither salt nor sealed event (spec/integrity.md, section 2.4).
///
/// Made once and used for many events. What was masked before stays masked; what an edit touches in
/// a text is widened to whole segments; and a text all of whose segments are masked is masked as a
/// value.
public struct Puncture: ~Copyable {
  private var reader = ReceiptedEvent()
  private var plan = MaskPlan()
  private var writer = OpeningWriter()
  private var maskWriter = MaskWriter()
  private var mask = Output(capacity: 1024)
  private var opening = Output(capacity: 1024)

  /// A puncture that has room for a usual event.
  public init() {}

  /// The value of the last line's `_kt`, which the new receipt takes the place of; absent where the
  /// line has none.
  public var receipt: Field { reader.receiptField }

  /// Appends the receipt of an event after it was edited, and gives whether it had one.
  ///
  /// - Parameters:
  ///   - line: the event as it was read, with its receipt.
  ///   - edits: what was done to it, by offsets of `line`.
  ///   - output: where the value of `_kt` goes, in its canonical form.
  public mutating func append(
    _ line: Span<UInt8>, _ edits: inout ReceiptEdits, to output: inout Output
  ) throws(ReceiptRefusal) -> Bool {
    guard try reader.read(line) else { return false }
    edits.sort()
    try Self.make(reader, edits, &plan)
    mask.removeAll()
    opening.removeAll()
    try Self.write(reader, plan, &writer, &maskWriter, mask: &mask, opening: &opening)
    ReceiptWriter.append(
      reader.receipt, mask: mask.bytes, opening: opening.bytes,
      isStub: edits.isStub || reader.receipt.isStub, to: &output)
    return true
  }

  private static func make(
    _ reader: borrowing ReceiptedEvent, _ edits: borrowing ReceiptEdits, _ plan: inout MaskPlan
  ) throws(ReceiptRefusal) {
    try plan.make(
      reader.tree, reader.receipt.mask, reader.canonical.bytes, edits,
      room: reader.receipt.opening.count / 32)
  }

  private static func write(
    _ reader: borrowing ReceiptedEvent, _ plan: borrowing MaskPlan, _ writer: inout OpeningWriter,
    _ maskWriter: inout MaskWriter, mask: inout Output, opening: inout Output
  ) throws(ReceiptRefusal) {
    try writer.append(
      reader.tree, reader.receipt.mask, plan, reader.canonical.bytes,
      reader.receipt.opening.bytes, to: &opening)
    maskWriter.append(reader.tree, plan, reader.canonical.bytes, to: &mask)
  }
}
