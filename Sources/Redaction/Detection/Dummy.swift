import Bytes

/// Placeholders that stand where a secret would (spec/redaction.md, section 1, D).
enum Dummy {
  /// Whether the token at `start ..< end` is a placeholder.
  static func isPlaceholder(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    isMonotonous(text, start, end) || hasMark(text, start, end) || isLiteral(text, start, end)
  }

  /// Whether the last half has two or fewer distinct characters.
  private static func isMonotonous(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let half = start + (end - start) / 2
    guard half < end else { return true }
    var low: (UInt64, UInt64) = (0, 0)
    for offset in half..<end {
      let byte = text[offset] & 0x7F
      if byte < 64 { low.0 |= 1 << UInt64(byte) } else { low.1 |= 1 << UInt64(byte - 64) }
    }
    return low.0.nonzeroBitCount + low.1.nonzeroBitCount <= 2
  }

  private static func hasMark(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let token = text.extracting(start..<end)
    let count = token.count
    func begins(_ word: StaticString) -> Bool {
      count >= word.utf8CodeUnitCount && WordCheck.stands(word, at: 0, in: token)
    }
    func ends(_ word: StaticString) -> Bool {
      count >= word.utf8CodeUnitCount
        && WordCheck.stands(word, at: count - word.utf8CodeUnitCount, in: token)
    }
    if begins("xxxx") || ends("xxxx") || begins("****") || ends("****") { return true }
    if begins("...") || ends("...") || begins("your_") || begins("your-") { return true }
    if begins("example") || ends("example") || begins("redacted") || ends("redacted") {
      return true
    }
    if begins("<") && ends(">") || begins("[") && ends("]") { return true }
    return (begins("${") || begins("{{")) && ends("}")
  }

  private static func isLiteral(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let token = text.extracting(start..<end)
    return ByteScan.hasWord(token, ignoringCaseOf: "null")
      || ByteScan.hasWord(token, ignoringCaseOf: "none")
      || ByteScan.hasWord(token, ignoringCaseOf: "true")
      || ByteScan.hasWord(token, ignoringCaseOf: "false")
  }
}

/// Compares parts of a text with constants.
enum WordCheck {
  /// Whether `word`, given in lower case, stands at an offset in any ASCII case.
  static func stands(_ word: StaticString, at start: Int, in text: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, text.count - start >= length else { return false }
    return ByteScan.hasWord(text.extracting(start..<start + length), ignoringCaseOf: word)
  }
}
