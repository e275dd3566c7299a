import Bytes

/// Finds Italian fiscal codes: six letters of the name, year, month letter, day, the place's
/// letter and three digits, and a control letter: `RSSMRA80A01H501U` (spec/redaction.md, section
/// 2; decree of 23 December 1976).
///
/// Where two people would have the same code, digits become letters (omocodia): 0 to 9 are
/// `LMNPQRSTUV`.
enum ITFiscalCode {
  static let entry = KindEntry(
    .itFiscalCode, "IT_FISCAL_CODE", infoType: "ITALY_FISCAL_CODE", .checksummed,
    confidence: "3",
    definition: "Italian fiscal code: 16 letters and digits, control letter modulo 26",
    example: "codice fiscale RSSMRA80A01H501U")

  /// What a digit or letter counts at an odd place, the first being odd: 0 to 9 as A to J.
  private static let oddValues: InlineArray<26, UInt8> = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 16, hits.wants(.itFiscalCode), hasShape(text, start),
      hasDay(text, start), hasControl(text, start)
    else { return }
    hits.add(.itFiscalCode, start, end, confidence: 3)
  }

  /// A code whose digits are all letters, which only its label leads to: `codice fiscale`.
  static func findLabelled(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard hits.wants(.itFiscalCode),
      WordCheck.stands("fiscal", at: start, in: text)
        || WordCheck.stands("codice", at: start, in: text)
    else { return }
    var offset = start + 6
    while offset - start < reachOfLabel {
      let first = offset
      while offset - first < 17, Boundary.byte(text, offset).isLetter { offset += 1 }
      if Boundary.isToken(text, first, offset) { find(text, key, first, offset, into: &hits) }
      offset += 1
    }
  }

  private static let reachOfLabel = 40

  /// Letters where only letters stand, and digits or their letters elsewhere.
  private static func hasShape(_ text: Span<UInt8>, _ start: Int) -> Bool {
    for index in 0..<16 {
      let byte = text[start + index]
      switch index {
      case 0..<6, 11, 15: guard byte.isLetter else { return false }
      case 8: guard isMonth(byte & 0xDF) else { return false }
      default: guard digit(byte) != nil else { return false }
      }
    }
    return true
  }

  /// A to E, H, L, M, P, R, S, T for January to December.
  private static func isMonth(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x41...0x45, 0x48, 0x4C, 0x4D, 0x50, 0x52...0x54: true
    default: false
    }
  }

  /// The value of a digit, or of the letter that stands for it.
  private static func digit(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte &- .zero) }
    let letter = byte & 0xDF
    switch letter {
    case 0x4C...0x4E: return Int(letter - 0x4C)  // L M N are 0 to 2
    case 0x50...0x56: return Int(letter - 0x4D)  // P to V are 3 to 9
    default: return nil
    }
  }

  /// Days 1 to 31, and 40 more for women.
  private static func hasDay(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard let tens = digit(text[start + 9]), let ones = digit(text[start + 10]) else {
      return false
    }
    let day = tens * 10 + ones
    return (1...31).contains(day) || (41...71).contains(day)
  }

  private static func hasControl(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var sum = 0
    for index in 0..<15 {
      let byte = text[start + index]
      let place = byte.isDigit ? Int(byte &- .zero) : Int((byte & 0xDF) &- UInt8(ascii: "A"))
      sum += index % 2 == 0 ? Int(oddValues[place]) : place
    }
    return Int(text[start + 15] & 0xDF) == sum % 26 + 0x41
  }
}
