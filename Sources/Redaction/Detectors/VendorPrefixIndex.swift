import Bytes

/// The rows of the table by the hash of their first three bytes, so that a word start is compared
/// with the few rows that can begin there.
struct VendorPrefixIndex: Sendable {
  /// A row as the scan wants it: numbers only.
  struct Row: Sendable {
    /// The first eight bytes of the prefix, the first one lowest, and which of them count.
    var head: UInt64
    var mask: UInt64
    /// Where the prefix stands in `prefixes`, and how long it is.
    var place: Int
    var length: Int
    /// Where the body's parts stand in `parts`.
    var parts: Range<Int>
    var kind: Kind
    var entropy: Double
    var needs: VendorPrefix.Needs
    var shape: VendorPrefix.Shape
  }

  static let shared = VendorPrefixIndex(VendorPrefixTable.rows)

  let rows: [Row]
  let parts: [BodyPart]
  private let prefixes: [UInt8]
  /// The first row of each slot; one more than there are slots.
  private let firsts: [UInt16]

  /// Keeps the order of rows that share a slot: the first one that fits wins.
  init(_ table: [VendorPrefix]) {
    var parts: [BodyPart] = []
    var prefixes: [UInt8] = []
    var bySlot = [[Row]](repeating: [], count: Self.slotCount)
    for entry in table {
      let prefix = Array(entry.prefix.utf8)
      let body = BodyPart.parse(entry.body)
      let slot = Self.slot(prefix[0], prefix[1], prefix[2])
      bySlot[slot].append(
        Row(
          head: Self.head(prefix), mask: Self.mask(prefix.count), place: prefixes.count,
          length: prefix.count, parts: parts.count..<parts.count + body.count,
          kind: entry.kind, entropy: entry.entropy, needs: entry.needs, shape: entry.shape))
      prefixes += prefix
      parts += body
    }
    self.parts = parts
    self.prefixes = prefixes
    rows = bySlot.flatMap { $0 }
    var firsts: [UInt16] = [0]
    for rows in bySlot { firsts.append(firsts[firsts.count - 1] + UInt16(rows.count)) }
    self.firsts = firsts
  }

  /// The numbers of the rows that may begin at an offset, behind which eight bytes stand.
  @inline(__always)
  func candidates(_ text: Span<UInt8>, at start: Int) -> Range<Int> {
    let slot = Self.slot(text[start], text[start + 1], text[start + 2])
    return Int(firsts[slot])..<Int(firsts[slot + 1])
  }

  /// Whether the prefix of a row stands at an offset, whose eight bytes are `word`.
  @inline(__always)
  func begins(_ row: Int, _ word: UInt64, _ text: Span<UInt8>, at start: Int) -> Bool {
    guard word & rows[row].mask == rows[row].head else { return false }
    let length = rows[row].length
    guard length > 8 else { return true }
    guard text.count - start > length else { return false }
    let place = rows[row].place
    for index in 8..<length where text[start + index] != prefixes[place + index] { return false }
    return true
  }

  private static let slotCount = 1024

  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let word = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    return Int((word &* 0x9E37_79B1) >> 22)
  }

  private static func head(_ prefix: [UInt8]) -> UInt64 {
    var head: UInt64 = 0
    for (index, byte) in prefix.prefix(8).enumerated() { head |= UInt64(byte) << UInt64(8 * index) }
    return head
  }

  private static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : (1 << UInt64(8 * length)) - 1
  }
}
