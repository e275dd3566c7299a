import Bytes

/// Finds UK National Insurance numbers (spec/redaction.md, section 2): `AB 12 34 56 C`.
///
/// Which prefixes were never given to anybody, HM Revenue & Customs say (National Insurance
/// Manual, NIM39110). Compact, as `AB 123456C` and in five groups a number stands for itself;
/// other spacing, dashes and `at 100000 a` need a word that says what it is.
enum UKNINO {
  static let entry = KindEntry(
    .ukNINO, "UK_NINO", infoType: "UK_NATIONAL_INSURANCE_NUMBER", .checksummed,
    confidence: "3, 2 in context",
    definition:
      "two letters that are given as a prefix, six digits, A to D; compact, grouped 2-7 or "
      + "2-2-2-2-1, other grouping in context",
    example: "NINO AB 12 34 56 C")

  private static let words = ContextWords([
    "nino", "national insurance", "ni number", "ni no", "insurance number",
  ])
  /// A bit for each letter from A on: D, F, I, Q, U, V, and O where the second letter is asked.
  private static let neverFirst: UInt32 = 0x0031_0128
  private static let neverSecond: UInt32 = 0x0031_4128

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start <= 9, hits.wants(.ukNINO) else { return }
    check(text, key, start, into: &hits)
  }

  /// Looks at digits that letters and a space may stand before.
  static func findSpaced(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard start >= 3, isSeparator(text[start - 1]), text[start - 2].isLetter,
      !Boundary.isWord(Boundary.byte(text, start - 4)), hits.wants(.ukNINO)
    else { return }
    check(text, key, start - 3, into: &hits)
  }

  private static func check(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard isPrefix(Boundary.byte(text, start), Boundary.byte(text, start + 1)) else { return }
    var offset = start + 2
    // A bit for each separator in its place, the first one highest.
    var layout = 0
    var separator: UInt8 = 0
    for part in 0..<4 {
      layout <<= 1
      let byte = Boundary.byte(text, offset)
      if isSeparator(byte) {
        guard separator == 0 || byte == separator else { return }
        separator = byte
        layout |= 1
        offset += 1
      }
      if part == 3 { break }
      guard Boundary.byte(text, offset).isDigit, Boundary.byte(text, offset + 1).isDigit else {
        return
      }
      offset += 2
    }
    let suffix = Boundary.byte(text, offset)
    guard suffix.lowercased &- 0x61 < 4, !Boundary.isWord(Boundary.byte(text, offset + 1)) else {
      return
    }
    let isUpper = (text[start] | text[start + 1] | suffix) & 0x20 == 0
    let isPlain =
      layout == 0 || layout == 0b1111 || isUpper && (layout == 0b1000 || layout == 0b1001)
    if isPlain, separator != .minus {
      hits.add(.ukNINO, start, offset + 1, confidence: 3)
    } else if words.stand(near: start, offset + 1, in: text, key: key) {
      hits.add(.ukNINO, start, offset + 1, confidence: 2)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == .space || byte == .minus }

  private static func isPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first.isLetter, second.isLetter else { return false }
    let (first, second) = (first.lowercased, second.lowercased)
    guard neverFirst >> UInt32(first &- 0x61) & 1 == 0,
      neverSecond >> UInt32(second &- 0x61) & 1 == 0
    else { return false }
    switch (first, second) {
    case (UInt8(ascii: "b"), UInt8(ascii: "g")), (UInt8(ascii: "g"), UInt8(ascii: "b")),
      (UInt8(ascii: "k"), UInt8(ascii: "n")), (UInt8(ascii: "n"), UInt8(ascii: "k")),
      (UInt8(ascii: "n"), UInt8(ascii: "t")), (UInt8(ascii: "t"), UInt8(ascii: "n")),
      (UInt8(ascii: "z"), UInt8(ascii: "z")):
      return false
    default: return true
    }
  }
}
