import Bytes

/// The name in front of a sign, as `"db_password"` in `"db_password": "..."`.
///
/// This is asked at every `:` and `=` of every text, most of them prose, code or JSON. So the last
/// word is read once, at most 64 bytes, and a set of its letters alone decides whether it may hold
/// a secret word; only then are the words before it, quotes and types looked at.
struct AssignedName {
  /// The most bytes that a name has.
  static let longest = 64

  /// The offset of the first byte.
  let start: Int
  /// The offset behind the last byte.
  let end: Int

  /// The name that ends before a sign, where it may be a secret's.
  ///
  /// Between both may stand spaces, a quote, `]`, two `*` of Markdown, the first part of `?=`,
  /// `+=`, `.=` or `||=`, and a type as in `var token string = "..."`.
  static func before(_ sign: Int, in text: Span<UInt8>) -> AssignedName? {
    // Most signs of formulas stand behind a letter alone, which names no secret.
    let second = Boundary.byte(text, sign - 2)
    if Boundary.byte(text, sign - 1).isLetter, second < 0x80, !isNameByte(second) { return nil }
    var end = sign
    let operation = Boundary.byte(text, end - 1)
    switch operation {
    case UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "|"), .dot:
      end -= Boundary.byte(text, end - 2) == operation ? 2 : 1
    default: break
    }
    end = skipSpaces(text, before: end)
    if Boundary.byte(text, end - 1) == UInt8(ascii: "*") {
      end -= Boundary.byte(text, end - 2) == UInt8(ascii: "*") ? 2 : 1
    }
    if Boundary.byte(text, end - 1) == .closeBracket {
      let inner = Boundary.byte(text, end - 2)
      // `secrets["token"] =` and `token[] =`, but not `[GITHUB_TOKEN]:`, which stands for a value.
      guard isQuote(inner) || inner == .openBracket else { return nil }
      end -= inner == .openBracket ? 2 : 1
    }
    if isQuote(Boundary.byte(text, end - 1)) {
      end -= 1
      while sign - end < longest, Boundary.byte(text, end - 1) == .backslash { end -= 1 }
    }
    let isCurved = Boundary.byte(text, end - 3) == 0xE2 && Boundary.byte(text, end - 2) == 0x80
    return last(text, isCurved ? end - 3 : end, isSpaced: true)
  }

  /// The name whose last byte stands before `end`, where it may be a secret's.
  ///
  /// `isSpaced` says that it may be of several words, as `API key`.
  static func last(_ text: Span<UInt8>, _ end: Int, isSpaced: Bool) -> AssignedName? {
    var (start, letters) = word(text, before: end)
    guard start < end else { return nil }
    var end = end
    if !SecretNames.mayHold(letters) {
      guard isFiller(text, start, end) else { return nil }
      end = skipSpaces(text, before: start)
      if Boundary.byte(text, end - 1) == .colon { end = skipSpaces(text, before: end - 1) }
      (start, letters) = word(text, before: end)
      guard start < end, SecretNames.mayHold(letters) else { return nil }
    }
    return AssignedName(start: isSpaced ? extended(text, start, end) : start, end: end)
  }

  /// The start of the name when up to two more words before it belong to it: `AWS secret key`.
  private static func extended(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var start = start
    for _ in 0..<3 {
      guard Boundary.byte(text, start - 1) == .space else { return start }
      let (wider, _) = word(text, before: start - 1)
      guard wider < start - 1, end - wider <= longest else { return start }
      start = wider
    }
    return start
  }

  /// Where the word before `end` starts, at most 64 bytes before, and the set of its letters.
  private static func word(_ text: Span<UInt8>, before end: Int) -> (start: Int, letters: UInt32) {
    var start = end
    var letters: UInt32 = 0
    while start > 0, end - start < longest {
      let byte = text[start - 1]
      if byte.isLetter {
        letters |= 1 &<< UInt32(byte & 31)
      } else if byte >= 0x80 {
        if isWideMark(text, start - 1) { break }
        letters |= 1
      } else if !isNameByte(byte) {
        break
      }
      start -= 1
    }
    return (start, letters)
  }

  /// Whether a byte of ASCII is part of a name.
  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == .minus || byte == .dot
  }

  /// Whether a byte ends a mark of Chinese or Japanese punctuation, a curved quote or a wide space.
  private static func isWideMark(_ text: Span<UInt8>, _ last: Int) -> Bool {
    let before = Boundary.byte(text, last - 1)
    switch Boundary.byte(text, last - 2) {
    case 0xEF: return before == 0xBC || before == 0xBD
    case 0xE3, 0xE2: return before == 0x80
    default: return before == 0xC2
    }
  }

  /// Whether a word stands between a name and its sign: a type, or `is` as in `my token is: ...`.
  private static func isFiller(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 2:
      WordCheck.stands("is", at: start, in: text) || WordCheck.stands("es", at: start, in: text)
    case 3:
      WordCheck.stands("str", at: start, in: text) || WordCheck.stands("ist", at: start, in: text)
        || WordCheck.stands("est", at: start, in: text)
    case 6: WordCheck.stands("string", at: start, in: text)
    default: false
    }
  }

  /// The offset behind what is no space before `end`; at most 32 are skipped.
  static func skipSpaces(_ text: Span<UInt8>, before end: Int) -> Int {
    var start = end
    while end - start < 32 {
      let byte = Boundary.byte(text, start - 1)
      guard byte == .space || byte == .tab else { break }
      start -= 1
    }
    return start
  }

  /// Whether a byte is one of the three quotes.
  @inline(__always)
  static func isQuote(_ byte: UInt8) -> Bool {
    byte == .quote || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }
}
