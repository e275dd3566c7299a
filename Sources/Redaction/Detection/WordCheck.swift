import Bytes

/// Compares parts of a text with constants.
enum WordCheck {
  /// Whether `word`, given in lower case, stands at an offset in any ASCII case.
  static func stands(_ word: StaticString, at start: Int, in text: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, text.count - start >= length else { return false }
    return ByteScan.hasWord(text.extracting(start..<start + length), ignoringCaseOf: word)
  }
}
