import Bytes

/// Finds Korean resident registration numbers: the date of birth, `-`, a digit for sex, century
/// and citizenship, and six more (spec/redaction.md, section 2; Resident Registration Act).
///
/// Numbers given out since October 2020 have no checksum, so a right one only raises the
/// confidence. Foreigners' numbers (5 to 8) and those without a dash need a word near them.
enum KRRRN {
  static let entry = KindEntry(
    .krRRN, "KR_RRN", infoType: "KOREA_RRN", .checksummed,
    confidence: "3 with a right checksum, else 2; 2 bare in context",
    definition: "Korean resident registration number: date, `-`, 7 digits",
    example: "RRN 960121-1234567")

  private static let context = ContextWords([
    "rrn", "resident registration", "주민등록", "주민번호", "외국인등록", "frn",
    "foreigner registration", "alien registration", "korean id",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let isDashed = groups.length(0) == 6
    guard let end = isDashed ? groups.end(of: 0x67, .dash) : groups.endOfBare(13),
      hits.wants(.krRRN), Boundary.isNumberEnd(text, end),
      (1...8).contains(groups.digits[6]), hasDate(groups)
    else { return }
    let checked: UInt8 = hasChecksum(groups) ? 3 : 2
    if isDashed, groups.digits[6] <= 4 {
      hits.add(.krRRN, groups.start, end, confidence: checked)
    } else {
      let isNear = context.stand(near: groups.start, end, in: text, key: key)
      hits.add(
        .krRRN, groups.start, end, confidence: !isNear ? 1 : isDashed ? checked : 2)
    }
  }

  /// 1, 2, 5 and 6 are born from 1900 on, 3, 4, 7 and 8 from 2000 on.
  private static func hasDate(_ groups: borrowing DigitGroups) -> Bool {
    let century = (groups.digits[6] - 1) % 4 < 2 ? 1900 : 2000
    return Checksums.isDate(
      year: century + groups.value(0..<2), month: groups.value(2..<4), day: groups.value(4..<6))
  }

  /// Weights 2 to 9 and 2 to 5 modulo 11; foreigners' numbers have 2 more.
  private static func hasChecksum(_ groups: borrowing DigitGroups) -> Bool {
    var sum = 0
    for index in 0..<12 { sum += Int(groups.digits[index]) * (index % 8 + 2) }
    let check = 11 - sum % 11 + (groups.digits[6] > 4 ? 2 : 0)
    return check % 10 == Int(groups.digits[12])
  }
}
