import Bytes

/// Where a text is cut into the pieces that are committed to one by one (spec/integrity.md,
/// section 2.2): addresses, numbers and keys stand alone, ordinary text comes by 128 to 256 bytes.
///
/// A token is a word and the white space behind it; it is hot if the word holds a digit or an at
/// sign. A segment takes tokens that are all hot or all cold, and none once it has 128 bytes. The
/// rule looks only forward from the beginning of a segment, so that any run of whole segments is
/// cut the same when it is seen alone.
enum Segments {
  /// No segment is longer.
  static let longest = 256
  /// A segment takes no further token once it has so many bytes.
  private static let enough = 128

  /// Puts the offsets behind all segments of a text into `ends`, in place of what it held.
  static func find(in text: Span<UInt8>, into ends: inout [Int]) {
    ends.removeAll(keepingCapacity: true)
    append(text, 0, text.count, to: &ends)
  }

  /// Appends the offsets behind all segments of a part of a text that is cut on its own.
  static func append(_ text: Span<UInt8>, _ start: Int, _ end: Int, to ends: inout [Int]) {
    var offset = start
    while offset < end {
      offset = self.end(of: text, from: offset, to: end)
      ends.append(offset)
    }
  }

  /// The offset behind the segment that begins at `start` of a text that ends at `end`.
  static func end(of text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let limit = min(end, start + longest)
    var offset = endOfCold(text, start, limit)
    if offset == start { offset = endOfHot(text, start, limit) }
    // No character is cut in two.
    while offset < end, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The end of the cold tokens from `start` on; `start` where the first one is hot.
  ///
  /// They end where the token begins that has the first hot byte; so the words before it need no
  /// look of their own.
  private static func endOfCold(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var full = limit
    if limit - start > enough {
      full = endOfToken(text, start + enough - 1, limit)
    }
    var offset = firstHot(text, start, full)
    guard offset < full else { return full }
    while offset > start, !isWhite(ByteScan.byte(text, offset - 1)) { offset -= 1 }
    return offset
  }

  private static func endOfHot(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var offset = endOfToken(text, start, limit)
    while offset < limit, offset - start < enough {
      let end = endOfWord(text, offset, limit)
      guard firstHot(text, offset, end) < end else { break }
      offset = endOfToken(text, end, limit)
    }
    return offset
  }

  /// The end of the token that the byte at `start` is in.
  private static func endOfToken(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var offset = endOfWord(text, start, limit)
    while offset < limit, isWhite(ByteScan.byte(text, offset)) { offset += 1 }
    return offset
  }

  private static func endOfWord(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var offset = start
    while limit - offset >= 8 {
      let marks = lowBytes(ByteScan.littleEndianWord(in: text, at: offset))
      guard marks != 0 else {
        offset += 8
        continue
      }
      offset += marks.trailingZeroBitCount &>> 3
      if isWhite(ByteScan.byte(text, offset)) { return offset }
      offset += 1
    }
    while offset < limit, !isWhite(ByteScan.byte(text, offset)) { offset += 1 }
    return offset
  }

  /// The high bit of each of eight bytes that is at most a space, right up to the first of them.
  @inline(__always)
  private static func lowBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (word &- 0x21 &* ones) & ~word & (0x80 &* ones)
  }

  /// Space, tab, line feed and carriage return.
  @inline(__always)
  private static func isWhite(_ byte: UInt8) -> Bool {
    let bits: UInt64 = 1 << 0x20 | 1 << 0x09 | 1 << 0x0A | 1 << 0x0D
    return byte < 0x40 && bits &>> UInt64(byte) & 1 == 1
  }

  /// The offset of the first digit or at sign from `start` on, or `end`.
  private static func firstHot(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while end - offset >= 8 {
      let marks = hotBytes(ByteScan.littleEndianWord(in: text, at: offset))
      if marks != 0 { return offset + marks.trailingZeroBitCount &>> 3 }
      offset += 8
    }
    while offset < end {
      let byte = ByteScan.byte(text, offset)
      if byte.isDigit || byte == UInt8(ascii: "@") { break }
      offset += 1
    }
    return offset
  }

  /// The high bit of each of eight bytes that is a digit or an at sign.
  ///
  /// Without its own high bit a byte leaves room for a sum: what is added carries into that bit
  /// from the first byte on that is meant, and never into the next byte.
  @inline(__always)
  private static func hotBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7F &* ones)
    let fromZero = low &+ (0x80 - 0x30) &* ones
    let behindNine = low &+ (0x80 - 0x3A) &* ones
    let fromAt = low &+ (0x80 - 0x40) &* ones
    let behindAt = low &+ (0x80 - 0x41) &* ones
    return (fromZero & ~behindNine | fromAt & ~behindAt) & ~word & (0x80 &* ones)
  }
}
