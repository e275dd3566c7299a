import Bytes
import EventJSON

/// The segments of a text of which some are masked, in their order.
///
/// Reused from text to text.
struct MaskedText: ~Copyable {
  /// A segment that is shown, or one of those that a zone stands for.
  struct Segment {
    /// The offset of the first byte of it, or of its zone, in the text as it is shown.
    let start: Int
    /// The offset behind the last byte.
    let end: Int
    var isMasked: Bool
  }

  private(set) var segments: [Segment] = []
  /// The text as it is shown, without escapes.
  private(set) var text = Output(capacity: 1024)
  private var ends: [Int] = []

  /// Finds the segments of a string.
  ///
  /// - Parameters:
  ///   - limit: how many masked segments there may be at most.
  ///   - value: where the string stands in `bytes`.
  mutating func read(
    _ value: CanonicalNode, _ bytes: Span<UInt8>, zones: ArraySlice<MaskZone>, limit: Int
  ) throws(ReceiptRefusal) {
    segments.removeAll(keepingCapacity: true)
    text.removeAll()
    StringEscapes.decode(bytes, value.text.lowerBound, value.text.upperBound, into: &text)
    var offset = 0
    var room = limit
    for zone in zones {
      guard zone.end <= text.count, isBoundary(zone.start), isBoundary(zone.end) else {
        throw .mask
      }
      guard zone.count <= room else { throw .open }
      room -= zone.count
      addVisible(offset, zone.start)
      for _ in 0..<zone.count {
        segments.append(Segment(start: zone.start, end: zone.end, isMasked: true))
      }
      offset = zone.end
    }
    addVisible(offset, text.count)
    // A text that is masked from end to end is a masked value.
    guard zones.isEmpty || !segments.allSatisfy(\.isMasked) else { throw .mask }
  }

  /// Whether a character begins at an offset, or the text ends.
  private func isBoundary(_ offset: Int) -> Bool {
    ByteScan.byte(text.bytes, offset) & 0xC0 != 0x80
  }

  private mutating func addVisible(_ start: Int, _ end: Int) {
    ends.removeAll(keepingCapacity: true)
    Self.find(text, start, end, &ends)
    var offset = start
    for end in ends {
      segments.append(Segment(start: offset, end: end, isMasked: false))
      offset = end
    }
  }

  private static func find(
    _ text: borrowing Output, _ start: Int, _ end: Int, _ ends: inout [Int]
  ) {
    Segments.append(text.bytes, start, end, to: &ends)
  }

  /// Masks a segment.
  mutating func mask(_ number: Int) { segments[number].isMasked = true }

  /// Whether none of some segments is masked.
  func areVisible(_ numbers: Range<Int>) -> Bool {
    for number in numbers where segments[number].isMasked { return false }
    return true
  }
}
