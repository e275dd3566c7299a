import Bytes

/// Finds Singapore's NRIC and FIN numbers (spec/redaction.md, section 2): `S1234567D`.
///
/// The last letter checks the digits, by the tables of the Immigration & Checkpoints Authority
/// for citizens (S, T), foreigners (F, G) and foreigners since 2022 (M).
enum SGNRIC {
  static let entry = KindEntry(
    .sgNRIC, "SG_NRIC_FIN", infoType: "SINGAPORE_NATIONAL_REGISTRATION_ID_NUMBER", .checksummed,
    confidence: "3, 2 in lower case",
    definition:
      "S, T, F, G or M, seven digits, a letter; weights 2 7 6 5 4 3 2 mod 11 by letter tables",
    example: "NRIC S1234567D")

  private static let citizens = Array("JZIHGFEDCBA".utf8)
  private static let foreigners = Array("XWUTRQPNMLK".utf8)
  private static let later = Array("XWUTRQPNJLK".utf8)

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 9, text[end - 1].isLetter, hits.wants(.sgNRIC) else { return }
    let isValid =
      switch text[start].lowercased {
      case UInt8(ascii: "s"): hasCheck(text, start, 0, citizens)
      case UInt8(ascii: "t"): hasCheck(text, start, 4, citizens)
      case UInt8(ascii: "f"): hasCheck(text, start, 0, foreigners)
      case UInt8(ascii: "g"): hasCheck(text, start, 4, foreigners)
      case UInt8(ascii: "m"): hasCheck(text, start, 3, later)
      default: false
      }
    guard isValid else { return }
    let isUpper = text[start] &- 0x41 < 26 && text[end - 1] &- 0x41 < 26
    hits.add(.sgNRIC, start, end, confidence: isUpper ? 3 : 2)
  }

  /// Whether seven digits stand behind the first letter, and the letter of `table` that they lead
  /// to behind them.
  private static func hasCheck(
    _ text: Span<UInt8>, _ start: Int, _ offset: Int, _ table: [UInt8]
  ) -> Bool {
    var sum = offset
    for place in 1...7 {
      let byte = text[start + place]
      guard byte.isDigit else { return false }
      sum += Int(byte &- .zero) * (place == 1 ? 2 : 9 - place)
    }
    return text[start + 8] & 0xDF == table[sum % 11]
  }
}
