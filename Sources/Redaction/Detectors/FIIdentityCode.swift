import Bytes

/// Finds Finnish personal identity codes: day, month and year, a sign for the century, a number of
/// three digits and a control character, `131052-308T` (spec/redaction.md, section 2; decree
/// 128/2010, signs U to Y and B to F since 2023).
enum FIIdentityCode {
  static let entry = KindEntry(
    .fiIdentityCode, "FI_PERSONAL_IDENTITY_CODE", .checksummed,
    confidence: "3",
    definition: "Finnish identity code: date, century sign, 3 digits, control character modulo 31",
    example: "hetu 131052-308T")

  private static let controls = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let start = groups.start
    guard groups.length(0) == 6, let century = century(of: Boundary.byte(text, start + 6)),
      hits.wants(.fiIdentityCode), let number = Digits.value(text, at: start + 7, count: 3),
      number > 1
    else { return }
    let end = start + 11
    let birth = groups.value(6)
    guard upper(Boundary.byte(text, start + 10)) == controls[(birth * 1000 + number) % 31],
      Boundary.isNumberEnd(text, end),
      Checksums.isDate(
        year: century + birth % 100, month: birth / 100 % 100, day: birth / 10_000)
    else { return }
    hits.add(.fiIdentityCode, start, end, confidence: 3)
  }

  /// `+` is 1800; `-` and U to Y are 1900; A to F are 2000.
  private static func century(of sign: UInt8) -> Int? {
    switch upper(sign) {
    case UInt8(ascii: "+"): 1800
    case .minus, 0x55...0x59: 1900
    case 0x41...0x46: 2000
    default: nil
    }
  }

  private static func upper(_ byte: UInt8) -> UInt8 { byte.isLetter ? byte & 0xDF : byte }
}
