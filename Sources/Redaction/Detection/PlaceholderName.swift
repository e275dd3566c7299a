import Bytes

/// Names of kinds in a text, as replacements leave them: `[PHONE_NUMBER]`.
///
/// They must not be context for what stands beside them, or a second run would find more than
/// the first.
enum PlaceholderName {
  private static let names: Set<[UInt8]> = Set(KindTable.entries.map { Array($0.name.utf8) })

  /// Whether the word at `start ..< end` is part of a kind's name, which may have a key's name and
  /// a pseudonym behind it.
  static func covers(_ start: Int, _ end: Int, of text: Span<UInt8>) -> Bool {
    guard text[start] &- 0x41 < 26 else { return false }
    var first = start
    while first > 0, start - first < 64, isNamePart(text[first - 1]) { first -= 1 }
    var last = end
    while last < text.count, last - end < 64, isNamePart(text[last]) { last += 1 }
    var name: [UInt8] = []
    for offset in first..<last { name.append(text[offset]) }
    while !name.isEmpty {
      if names.contains(name) { return first + name.count >= end }
      guard let underscore = name.lastIndex(of: UInt8(ascii: "_")) else { return false }
      name.removeSubrange(underscore...)
    }
    return false
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte.isDigit || byte == UInt8(ascii: "_") || byte &- 0x61 < 26
  }
}
