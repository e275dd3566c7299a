import Bytes

/// Finds Spanish identity numbers of foreigners (NIE): X, Y or Z, seven digits and a letter,
/// `X1234567L`, `X1234567-L` or `X-1234567-L` (spec/redaction.md, section 2; the first letter
/// counts as 0, 1 or 2 before the digits, then as for the NIF).
enum ESNIE {
  static let entry = KindEntry(
    .esNIE, "ES_NIE", infoType: "SPAIN_NIE_NUMBER", .checksummed,
    confidence: "3",
    definition: "Spanish NIE: X, Y or Z, 7 digits and a letter modulo 23",
    example: "NIE X1234567L")

  /// Looks at a token that begins with a letter.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 9 || end - start == 8, isFirst(text[start]) else { return }
    add(text, from: start, digits: start + 1, into: &hits)
  }

  /// Looks at the digits behind `X-`.
  static func findDashed(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 7 || end - start == 8, Boundary.byte(text, start - 1) == .minus,
      isFirst(Boundary.byte(text, start - 2)), !Boundary.isWord(Boundary.byte(text, start - 3))
    else { return }
    add(text, from: start - 2, digits: start, into: &hits)
  }

  private static func isFirst(_ byte: UInt8) -> Bool {
    byte.lowercased &- UInt8(ascii: "x") < 3
  }

  private static func add(
    _ text: Span<UInt8>, from start: Int, digits: Int, into hits: inout Hits
  ) {
    guard hits.wants(.esNIE), let number = Digits.value(text, at: digits, count: 7) else {
      return
    }
    let first = Int(text[start].lowercased &- UInt8(ascii: "x"))
    let whole = first * 10_000_000 + number
    guard let end = ESNIF.endOfLetter(text, digits + 7, of: whole) else { return }
    hits.add(.esNIE, start, end, confidence: 3)
  }
}
