import Bytes

/// Finds South African identity numbers (spec/redaction.md, section 2): `8001015009087`.
///
/// A date of birth, four digits of sex and order, 0 for citizens, 1 for residents, 2 for
/// refugees, one digit without meaning today, and Luhn's check digit (Department of Home
/// Affairs). Thirteen digits are many things, so a word must say what it is.
enum ZAIDNumber {
  static let entry = KindEntry(
    .zaIDNumber, "ZA_ID_NUMBER", infoType: "SOUTH_AFRICA_ID_NUMBER", .checksummed,
    confidence: "2",
    definition:
      "thirteen digits, bare or grouped 6-4-2-1 or 6-4-3; a date, 0 to 2 at the eleventh place, "
      + "Luhn; in context",
    example: "SA ID 8001015009087")

  private static let words = ContextWords([
    "south african id", "south africa id", "rsa id", "sa id", "za id", "id number", "id no",
    "identity number", "identity no", "identity document", "permanent resident", "smart id",
    "national id", "id nommer",
    "identiteitsnommer",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard groups.digitCount >= 13, groups.digits[10] <= 2, let end = end(of: groups),
      hits.wants(.zaIDNumber), isDate(groups), Checksums.isLuhn(groups, 0..<13),
      Boundary.isNumberEnd(text, end), words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.zaIDNumber, groups.start, end, confidence: 2)
  }

  private static func end(of groups: borrowing DigitGroups) -> Int? {
    if let end = groups.endOfBare(13) { return end }
    return groups.end(of: 0x6421, or: 0x643, .spaceOrDash)
  }

  /// The century is not written: 2000 has the leap day that 1900 has not, all others agree.
  private static func isDate(_ groups: borrowing DigitGroups) -> Bool {
    Checksums.isDate(
      year: 2000 + groups.value(0..<2), month: groups.value(2..<4), day: groups.value(4..<6))
  }
}
