import Bytes
import EventJSON

/// Where a JSON string may be cut: before a character, never inside one or inside an escape.
enum TextCut {
  /// The last such offset of `string` that is at most `limit`; `start` is where its inside begins.
  ///
  /// The two escapes of a surrogate pair stay together, and so do the bytes of a character.
  static func border(in line: Span<UInt8>, from start: Int, atMost limit: Int) -> Int {
    var offset = start
    // What stands behind the limit is not searched, or each text would be gone through by all.
    let searched = line.extracting(0..<limit)
    while let backslash = ByteScan.firstIndex(of: .backslash, in: searched, from: offset) {
      let length = escapeLength(line, at: backslash)
      if backslash + length > limit { return backslash }
      offset = backslash + length
    }
    var border = limit
    while border > offset, ByteScan.byte(line, border) & 0xC0 == 0x80 { border -= 1 }
    return border
  }

  private static func escapeLength(_ line: Span<UInt8>, at backslash: Int) -> Int {
    guard ByteScan.byte(line, backslash + 1) == UInt8(ascii: "u") else { return 2 }
    let isPair =
      unit(line, backslash) & 0xFC00 == 0xD800
      && ByteScan.byte(line, backslash + 6) == .backslash
      && ByteScan.byte(line, backslash + 7) == UInt8(ascii: "u")
      && unit(line, backslash + 6) & 0xFC00 == 0xDC00
    return isPair ? 12 : 6
  }

  private static func unit(_ line: Span<UInt8>, _ backslash: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in backslash + 2..<backslash + 6 {
      unit = unit << 4 | UInt32(ByteScan.byte(line, offset).hexadecimalValue ?? 0)
    }
    return unit
  }
}
