import Bytes

/// Names of kinds in a text, as the tool leaves them in a value's place: `[PHONE_NUMBER]`, and
/// `PHONE_NUMBER_a1_` with 32 hexadecimal digits.
///
/// They are no context for what stands beside them: they name what is gone. Everything else that
/// spells a kind's name is a label that somebody wrote (`US_SSN 078...`, `**VIN**: 1HG...`), and so
/// is a name of one word in brackets: `[VIN] 1HG...`.
enum PlaceholderName {
  private static let names: [[UInt8]] = KindTable.entries.map { Array($0.name.utf8) }
  /// Longer than any name of a kind, and any pseudonym but for the name of its key.
  private static let reach = 128
  private static let digestLength = 32

  /// Whether the word at `start ..< end` is part of a kind's name that stands in place of a value.
  static func covers(_ start: Int, _ end: Int, of text: Span<UInt8>) -> Bool {
    guard text[start] &- 0x41 < 26 else { return false }
    var first = start
    while start - first < reach, Boundary.isWord(Boundary.byte(text, first - 1)) { first -= 1 }
    var last = end
    while last - end < reach, Boundary.isWord(Boundary.byte(text, last)) { last += 1 }
    let isBracketed =
      Boundary.byte(text, first - 1) == .openBracket && Boundary.byte(text, last) == .closeBracket
    guard isBracketed || isDigest(text, first, last) else { return false }
    for name in names where first + name.count >= end && first + name.count <= last {
      guard stands(name, in: text, at: first) else { continue }
      if first + name.count < last { return !isBracketed && text[first + name.count] == underscore }
      if isBracketed, name.contains(underscore) { return true }
    }
    return false
  }

  private static let underscore = UInt8(ascii: "_")

  private static func stands(_ name: [UInt8], in text: Span<UInt8>, at first: Int) -> Bool {
    for index in name.indices where text[first + index] != name[index] { return false }
    return true
  }

  /// Whether `_` and 32 hexadecimal digits end the word `first ..< last`.
  private static func isDigest(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> Bool {
    let digits = last - digestLength
    guard digits - 1 > first, text[digits - 1] == underscore else { return false }
    for offset in digits..<last where text[offset].hexadecimalValue == nil { return false }
    return true
  }
}
