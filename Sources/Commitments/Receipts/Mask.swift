import Bytes
import EventJSON

/// Bytes of a text as it is shown that stand for segments which are not.
struct MaskZone: Equatable {
  /// The offset of the first byte, in the text without escapes.
  var start: Int
  /// The offset behind the last byte.
  var end: Int
  /// How many segments they stand for, at least one.
  var count: Int
}

/// The member `mask` of a receipt, taken apart: JSON pointers (RFC 6901) to what is masked.
///
/// Flat and reused: the entries are ranges of the names, zones and bytes below them.
struct Mask: ~Copyable {
  /// What one pointer leads to.
  struct Entry {
    /// The names on the way, in `names`.
    var path: Range<Int>
    /// The zones of a text; empty where the value is masked whole.
    var zones: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private(set) var zones: [MaskZone] = []
  /// The ranges of `text` that names are.
  private var names: [Range<Int>] = []
  private var text = Output(capacity: 256)
  private var pointer = Output(capacity: 256)

  /// Takes out all entries.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    zones.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    text.removeAll()
  }

  /// How many names lead to an entry's value.
  func depth(of entry: Int) -> Int { entries[entry].path.count }

  /// Compares the names of two entries at a depth.
  func compare(_ left: Int, _ right: Int, at depth: Int) -> Int {
    let first = names[entries[left].path.lowerBound + depth]
    let second = names[entries[right].path.lowerBound + depth]
    return UTF16Order.compare(text.bytes.extracting(first), text.bytes.extracting(second))
  }

  /// Compares a text with the name of an entry at a depth.
  func compare(_ name: Span<UInt8>, with entry: Int, at depth: Int) -> Int {
    UTF16Order.compare(
      name, text.bytes.extracting(names[entries[entry].path.lowerBound + depth]))
  }

  /// The number of an array's element that the name of an entry at a depth is.
  func number(of entry: Int, at depth: Int) -> Int? {
    DecimalNumber.value(text.bytes.extracting(names[entries[entry].path.lowerBound + depth]))
  }

  /// Appends the name of an entry at a depth as a string.
  func append(nameOf entry: Int, at depth: Int, to output: inout Output) throws(ReceiptRefusal) {
    do throws(CanonicalRefusal) {
      try CanonicalForm.append(
        string: text.bytes.extracting(names[entries[entry].path.lowerBound + depth]),
        to: &output)
    } catch {
      throw .event(error)
    }
  }
}

// From JSON.
extension Mask {
  /// Adds the entry that a member of `mask` is: a node of the receipt in its canonical form.
  mutating func add(
    _ member: Int, _ nodes: [CanonicalNode], _ bytes: Span<UInt8>
  ) throws(ReceiptRefusal) {
    let node = nodes[member]
    let path = try addNames(bytes.extracting(node.name))
    let start = zones.count
    switch node.kind {
    case .number:
      guard DecimalNumber.value(bytes.extracting(node.value)) == 1 else { throw .mask }
    case .array:
      guard node.childCount > 0 else { throw .mask }
      var zone = member + 1
      while zone < node.next {
        try addZone(zone, nodes, bytes, isFirst: zone == member + 1)
        zone = nodes[zone].next
      }
    default: throw .mask
    }
    entries.append(Entry(path: path, zones: start..<zones.count))
  }

  /// Zones ascend and do not touch.
  private mutating func addZone(
    _ node: Int, _ nodes: [CanonicalNode], _ bytes: Span<UInt8>, isFirst: Bool
  ) throws(ReceiptRefusal) {
    guard nodes[node].kind == .array, nodes[node].childCount == 3,
      nodes[node].next == node + 4,
      let start = DecimalNumber.value(bytes.extracting(nodes[node + 1].value)),
      let end = DecimalNumber.value(bytes.extracting(nodes[node + 2].value)),
      let count = DecimalNumber.value(bytes.extracting(nodes[node + 3].value)),
      start <= end, count > 0, isFirst || zones[zones.count - 1].end < start
    else { throw .mask }
    zones.append(MaskZone(start: start, end: end, count: count))
  }

  /// Takes a pointer, a canonical string, apart.
  private mutating func addNames(_ string: Span<UInt8>) throws(ReceiptRefusal) -> Range<Int> {
    pointer.removeAll()
    StringEscapes.decode(string, 1, string.count - 1, into: &pointer)
    return try Self.split(pointer, &names, &text)
  }

  private static func split(
    _ whole: borrowing Output, _ names: inout [Range<Int>], _ text: inout Output
  ) throws(ReceiptRefusal) -> Range<Int> {
    let pointer = whole.bytes
    let first = names.count
    var offset = 0
    while offset < pointer.count {
      guard pointer[offset] == .slash else { throw .mask }
      let start = text.count
      guard let end = JSONPointer.append(nameAt: offset + 1, of: pointer, to: &text) else {
        throw .mask
      }
      names.append(start..<text.count)
      offset = end
    }
    return first..<names.count
  }
}
