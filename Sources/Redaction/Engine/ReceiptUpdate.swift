import Bytes
import Commitments
import EventJSON

/// Collects what is done to an event that carries a receipt, and makes the receipt that goes with
/// it (spec/integrity.md, sections 2.4 and 6).
///
/// Made once and used for many events; one without a receipt costs nothing.
struct ReceiptUpdate: ~Copyable {
  private var puncture = Puncture()
  private var edits = ReceiptEdits()
  private var new = Output(capacity: 2048)
  private var scratch = Output(capacity: 1024)
  /// The value of the event's `_kt`; absent where it has none.
  private(set) var receipt = Field.absent

  init() {}

  /// Whether the event carries a receipt.
  var isWanted: Bool { receipt.kind != .absent }

  /// Starts with another event, whose `_kt` this is.
  mutating func begin(_ receipt: Field) {
    self.receipt = receipt
    if isWanted { edits.removeAll() }
  }

  /// Whether a value is the receipt or a part of it: nothing for rules or detectors.
  func covers(_ value: Field) -> Bool {
    isWanted && value.start >= receipt.start && value.end <= receipt.end
  }

  /// A value is replaced, or its member removed.
  mutating func mask(_ value: Field) {
    if isWanted { edits.mask(valueAt: value.start) }
  }

  /// A value becomes the text `new`, escaped as it is, in which `kept` stands as it stood.
  mutating func replace(
    _ value: Field, of line: Span<UInt8>, keeping kept: borrowing KeptParts, by new: Span<UInt8>
  ) {
    guard isWanted else { return }
    guard value.isString else { return edits.mask(valueAt: value.start) }
    var (offset, newOffset, textOffset) = (value.start, 0, 0)
    for index in 0...kept.parts.count {
      let isLast = index == kept.parts.count
      let end = isLast ? value.end : kept.parts[index].original
      let newEnd = isLast ? new.count : kept.parts[index].start
      let textEnd = textOffset + textCount(line, offset, end)
      if offset < end || newOffset < newEnd {
        edits.replace(
          textOffset..<textEnd, inTextAt: value.start, by: textCount(new, newOffset, newEnd))
      }
      guard !isLast else { break }
      offset = kept.parts[index].originalEnd
      newOffset = kept.parts[index].end
      textOffset = textEnd + textCount(line, end, offset)
    }
  }

  /// How many bytes a part of the inside of a string has without escapes.
  private mutating func textCount(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let part = text.extracting(start..<end)
    guard ByteScan.firstIndex(of: .backslash, in: part, from: 0) != nil else { return end - start }
    scratch.removeAll()
    StringEscapes.decode(part, 0, part.count, into: &scratch)
    return scratch.count
  }

  /// Puts the receipt that goes with what was done in the place of the one that `line` has; with
  /// nothing done, it is read all the same: what can't be read proves nothing and goes nowhere.
  mutating func finish(
    _ line: Span<UInt8>, in list: inout EditList
  ) throws(ReceiptRefusal) {
    guard isWanted else { return }
    new.removeAll()
    guard try puncture.append(line, &edits, to: &new), puncture.receipt == receipt else {
      throw .receipt
    }
    if !list.isEmpty { Self.replace(receipt, by: new, in: &list) }
  }

  private static func replace(
    _ receipt: Field, by new: borrowing Output, in list: inout EditList
  ) {
    list.replace(receipt) { $0.append(new.bytes) }
  }
}
