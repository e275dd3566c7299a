import Bytes

/// Finds Chinese resident identity numbers: six digits of the place, eight of the date of birth,
/// three of the order, and a check digit or X (spec/redaction.md, section 2; GB 11643-1999,
/// ISO 7064 mod 11-2).
///
/// Of the place only the first digit is looked at: places come and go, and date and check digit
/// leave one random number in fifteen thousand.
enum CNResidentID {
  static let entry = KindEntry(
    .cnResidentID, "CN_RESIDENT_ID", infoType: "CHINA_RESIDENT_ID_NUMBER", .checksummed,
    confidence: "3",
    definition: "Chinese resident id: 17 digits with a date and a digit or X, ISO 7064 mod 11-2",
    example: "身份证11010519491231002X")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let length = groups.length(0)
    guard length == 17 || length == 18, groups.digits[0] != 0, hits.wants(.cnResidentID) else {
      return
    }
    let end = groups.start + 18
    let last = text.count < end ? 0 : text[end - 1]
    guard let check = last.isDigit ? Int(last &- .zero) : last & 0xDF == 0x58 ? 10 : nil,
      Boundary.isNumberEnd(text, end), (1800..<2100).contains(groups.value(6..<10)),
      Checksums.isDate(
        year: groups.value(6..<10), month: groups.value(10..<12), day: groups.value(12..<14)),
      remainder(groups, check) == 1
    else { return }
    hits.add(.cnResidentID, groups.start, end, confidence: 3)
  }

  /// Each digit weighs twice the one behind it, modulo 11.
  private static func remainder(_ groups: borrowing DigitGroups, _ check: Int) -> Int {
    var sum = 0
    for index in 0..<17 { sum = (sum + Int(groups.digits[index])) * 2 % 11 }
    return (sum + check) % 11
  }
}
