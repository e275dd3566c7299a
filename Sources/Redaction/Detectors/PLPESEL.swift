import Bytes

/// Finds Polish PESEL numbers: eleven digits, of which six are the date of birth with the century
/// in its month (spec/redaction.md, section 2; weights 1 3 7 9 modulo 10).
enum PLPESEL {
  static let entry = KindEntry(
    .plPESEL, "PL_PESEL", .checksummed,
    confidence: "2 in context, else 1",
    definition: "Polish PESEL: 11 digits with a date, weights 1 3 7 9 modulo 10",
    example: "PESEL 44051401359")

  private static let context = ContextWords(["pesel", "pesels", "peselu", "pesele", "peselem"])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.endOfBare(11), hits.wants(.plPESEL),
      Boundary.isNumberEnd(text, end), hasChecksum(groups), hasDate(groups)
    else { return }
    let isNear = context.stand(near: groups.start, end, in: text, key: key)
    hits.add(.plPESEL, groups.start, end, confidence: isNear ? 2 : 1)
  }

  private static func hasChecksum(_ groups: borrowing DigitGroups) -> Bool {
    let weights: InlineArray<4, Int> = [1, 3, 7, 9]
    var sum = Int(groups.digits[10])
    for index in 0..<10 { sum += Int(groups.digits[index]) * weights[index % 4] }
    return sum % 10 == 0
  }

  /// The month is 80 more for the years from 1800, 20 for those from 2000, and so on.
  private static func hasDate(_ groups: borrowing DigitGroups) -> Bool {
    let month = groups.value(2..<4)
    let century = month >= 80 ? 1800 : 1900 + month / 20 * 100
    return Checksums.isDate(
      year: century + groups.value(0..<2), month: month % 20, day: groups.value(4..<6))
  }
}
