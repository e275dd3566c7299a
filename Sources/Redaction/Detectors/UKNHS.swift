import Bytes

/// Finds NHS numbers of England, Wales and the Isle of Man (spec/redaction.md, section 2):
/// `943 476 5919`.
///
/// One number of eleven passes the checksum (NHS Data Dictionary, "NHS NUMBER"), so a word must
/// say what it is.
enum UKNHS {
  static let entry = KindEntry(
    .ukNHS, "UK_NHS", infoType: "UK_NATIONAL_HEALTH_SERVICE_NUMBER", .checksummed,
    confidence: "2",
    definition: "ten digits, bare or grouped 3-3-4; weights 10 to 2 mod 11; in context",
    example: "NHS number 999 000 0018")

  private static let words = ContextWords(["nhs", "national health", "health authority"])
  private static let weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.end(bare: 10, or: 0x334, .spaceOrDash), hits.wants(.ukNHS),
      isValid(groups), Boundary.isNumberEnd(text, end),
      words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.ukNHS, groups.start, end, confidence: 2)
  }

  private static func isValid(_ groups: borrowing DigitGroups) -> Bool {
    let check = 11 - Checksums.sum(groups, weights) % 11
    guard Int(groups.digits[9]) == (check == 11 ? 0 : check) else { return false }
    return !groups.isOneDigitRepeated(10)
  }
}
