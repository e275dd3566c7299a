import Bytes

/// Names of kinds in a text, as replacements leave them: `[PHONE_NUMBER]`.
///
/// They must not be context for what stands beside them, or a second run would find more than
/// the first. A label that happens to be a kind's name is context all the same: `VIN 1HG...`,
/// `US_SSN=078...`.
enum PlaceholderName {
  private static let names: [[UInt8]] = KindTable.entries.map { Array($0.name.utf8) }
  /// Longer than any name of a kind.
  private static let reach = 64

  /// Whether the word at `start ..< end` is part of a kind's name that stands in place of a value:
  /// in brackets, before a pseudonym, or alone with no sign of a label behind it.
  static func covers(_ start: Int, _ end: Int, of text: Span<UInt8>) -> Bool {
    guard isUpper(text[start]) else { return false }
    var first = start
    while start - first < reach, isNamePart(Boundary.byte(text, first - 1)) { first -= 1 }
    var last = end
    while last - end < reach, isNamePart(Boundary.byte(text, last)) { last += 1 }
    for name in names where first + name.count >= end && first + name.count <= last {
      guard stands(name, in: text, at: first) else { continue }
      let behind = first + name.count
      if isPseudonym(text, behind, last) { return true }
      if behind == last, stands(name, inPlaceAt: first, last, of: text) { return true }
    }
    return false
  }

  private static func stands(_ name: [UInt8], in text: Span<UInt8>, at first: Int) -> Bool {
    for index in name.indices where text[first + index] != name[index] { return false }
    return true
  }

  /// Whether `_`, a key's name, `_` and at least 16 hexadecimal digits follow.
  private static func isPseudonym(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard Boundary.byte(text, start) == UInt8(ascii: "_") else { return false }
    var offset = start + 1
    while offset < end, text[offset] != UInt8(ascii: "_") { offset += 1 }
    let digits = offset + 1
    offset = digits
    while offset < end, text[offset].hexadecimalValue != nil { offset += 1 }
    return offset - digits >= 16
  }

  private static func stands(
    _ name: [UInt8], inPlaceAt first: Int, _ last: Int, of text: Span<UInt8>
  ) -> Bool {
    switch Boundary.byte(text, first - 1) {
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "("), .openBrace, UInt8(ascii: "*"):
      return true
    default: break
    }
    // One word such as VIN is what people write, too.
    guard name.contains(UInt8(ascii: "_")) else { return false }
    var offset = last
    while offset - last < 2, isLabelSpace(Boundary.byte(text, offset)) { offset += 1 }
    let sign = Boundary.byte(text, offset)
    return sign != .colon && sign != UInt8(ascii: "=")
  }

  private static func isLabelSpace(_ byte: UInt8) -> Bool { byte == .space || byte == .quote }

  private static func isNamePart(_ byte: UInt8) -> Bool { Boundary.isWord(byte) }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
